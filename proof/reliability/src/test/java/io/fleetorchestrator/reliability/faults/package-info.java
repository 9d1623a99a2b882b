/** Everything that goes wrong in production, done to real processes. */
@NullMarked
package io.fleetorchestrator.reliability.faults;

import org.jspecify.annotations.NullMarked;
