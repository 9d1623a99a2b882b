package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import java.util.List;

/**
 * The figures of one region.
 *
 * @param farthest the forecasts of the longest horizon, in order of time
 */
record RegionResult(String region, EvaluationMetrics figures, List<ScoredForecast> farthest) {}
