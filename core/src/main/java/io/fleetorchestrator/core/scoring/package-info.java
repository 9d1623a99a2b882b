/** How good forecasts and their intervals turned out to be: live, in training and in a backtest. */
@NullMarked
package io.fleetorchestrator.core.scoring;

import org.jspecify.annotations.NullMarked;
