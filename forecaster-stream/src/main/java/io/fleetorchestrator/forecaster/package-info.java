/** The forecaster: from telemetry to calibrated forecasts, and an account of how they turned out. */
@NullMarked
package io.fleetorchestrator.forecaster;

import org.jspecify.annotations.NullMarked;
