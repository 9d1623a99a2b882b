/** Fleets, forecasts and requests to test with. */
@NullMarked
package io.fleetorchestrator.testing.samples;

import org.jspecify.annotations.NullMarked;
