package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import java.util.List;

/** The figures of all regions, together and one by one. */
record BacktestResult(EvaluationMetrics figures, List<RegionResult> regions, double seconds) {}
