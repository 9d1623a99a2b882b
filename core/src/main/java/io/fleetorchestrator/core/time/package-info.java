/** Whole hours since the epoch, the unit of time of placements and forecasts. */
@NullMarked
package io.fleetorchestrator.core.time;

import org.jspecify.annotations.NullMarked;
