/** Backtests: what the forecaster would have forecast, hour by hour, from recorded readings. */
@NullMarked
package io.fleetorchestrator.forecaster.backtest;

import org.jspecify.annotations.NullMarked;
