/** Faults of production, injected into real processes. */
@NullMarked
package io.fleetorchestrator.reliability.faults;

import org.jspecify.annotations.NullMarked;
