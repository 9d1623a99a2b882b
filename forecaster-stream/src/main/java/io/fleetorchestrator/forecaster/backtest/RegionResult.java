package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.forecaster.training.EvaluationMetrics;
import io.fleetorchestrator.forecaster.training.Scored;
import java.util.List;

/**
 * How one region turned out.
 *
 * @param farthest the forecasts of the longest horizon, in order of time
 */
record RegionResult(String region, EvaluationMetrics figures, List<Scored> farthest) {}
