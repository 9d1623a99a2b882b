/** Builds topologies without generated names, and runs them. */
@NullMarked
package io.fleetorchestrator.runtime.streams;

import org.jspecify.annotations.NullMarked;
