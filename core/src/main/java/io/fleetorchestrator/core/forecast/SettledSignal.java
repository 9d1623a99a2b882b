package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.forecast.SignalState.Settled;
import io.fleetorchestrator.core.scoring.CoverageChange;
import java.util.List;
import java.util.Optional;

/**
 * One signal of an hour that closed.
 *
 * @param due the forecasts of that hour, shortest horizon first
 * @param change whether coverage was lost or restored by this hour
 */
record SettledSignal(SignalState state, double actual, List<Settled> due, Optional<CoverageChange> change) {}
