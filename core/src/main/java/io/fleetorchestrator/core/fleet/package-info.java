/** The single writer of one fleet: state and event in, state and answers out. */
@NullMarked
package io.fleetorchestrator.core.fleet;

import org.jspecify.annotations.NullMarked;
