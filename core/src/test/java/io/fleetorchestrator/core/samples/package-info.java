/** Fleets, forecasts and requests to test with. */
@NullMarked
package io.fleetorchestrator.core.samples;

import org.jspecify.annotations.NullMarked;
