/** The forecaster: from telemetry to calibrated forecasts and their outcomes. */
@NullMarked
package io.fleetorchestrator.forecaster;

import org.jspecify.annotations.NullMarked;
