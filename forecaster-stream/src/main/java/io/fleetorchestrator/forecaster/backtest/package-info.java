/** What the forecaster would have said, hour by hour, over a recorded past: the numbers the product prints of itself. */
@NullMarked
package io.fleetorchestrator.forecaster.backtest;

import org.jspecify.annotations.NullMarked;
