package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.forecaster.training.Figures;
import java.util.List;

/** How all regions turned out, together and one by one. */
record BacktestResult(Figures figures, List<RegionResult> regions, double seconds) {}
