package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import java.util.List;

/**
 * All that the forecaster knows of one region: recent hours, calibrators, forecasts still to come true, and the account.
 * Mutable, and owned by one thread; about 70 KB in bytes at 24 hours.
 */
public final class RegionState {

    private final ForecastPlan plan;
    private final RegionHistory history;
    private final List<SignalState> signals;

    private RegionState(ForecastPlan plan, RegionHistory history, List<SignalState> signals) {
        this.plan = plan;
        this.history = history;
        this.signals = signals;
    }

    /** The state of a region that was never heard of. */
    public static RegionState empty(ForecastPlan plan) {
        return new RegionState(plan, RegionHistory.empty(), newTracks(plan));
    }

    private static List<SignalState> newTracks(ForecastPlan plan) {
        return Measurement.forecast().stream()
                .map(signal -> new SignalState(signal, plan))
                .toList();
    }

    RegionHistory history() {
        return history;
    }

    List<SignalState> signals() {
        return signals;
    }

    /** What a store keeps: going on from it gives the same forecasts as going on from here. */
    public RegionSnapshot toState() {
        long closed = history.lastHour();
        return new RegionSnapshot(
                plan.horizonHours(),
                plan.confidence().level(),
                history.toState(),
                signals.stream().map(signal -> signal.toState(closed)).toList());
    }

    /**
     * The state that a store has kept. When the plan promises another horizon or confidence than it was written under,
     * only the history is kept: margins of one promise say nothing of another.
     */
    public static RegionState of(RegionSnapshot state, ForecastPlan plan) {
        boolean samePromise = state.getHorizonHours() == plan.horizonHours()
                && state.getConfidence() == plan.confidence().level();
        var history = RegionHistory.of(state.getHistory());
        return new RegionState(plan, history, samePromise ? signals(state, plan, history.lastHour()) : newTracks(plan));
    }

    private static List<SignalState> signals(RegionSnapshot state, ForecastPlan plan, long closed) {
        return Measurement.forecast().stream()
                .map(signal -> state.getSignals().stream()
                        .filter(kept -> kept.getSignal().equals(signal.name()))
                        .findFirst()
                        .map(kept -> SignalState.of(kept, signal, plan, closed))
                        .orElseGet(() -> new SignalState(signal, plan)))
                .toList();
    }
}
