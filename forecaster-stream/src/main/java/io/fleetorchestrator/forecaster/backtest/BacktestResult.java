package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import java.util.List;

/** How all regions turned out, together and one by one. */
record BacktestResult(EvaluationMetrics figures, List<RegionResult> regions, double seconds) {}
