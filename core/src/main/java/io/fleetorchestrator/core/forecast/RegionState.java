package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import java.util.List;

/**
 * The state of one region: recent hours, calibrators, pending forecasts and coverage. Mutable, and owned by one thread.
 * It takes about 70 KB in the store for a horizon of 24 hours.
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

    /** The state of a region without any hours. */
    public static RegionState empty(ForecastPlan plan) {
        return new RegionState(plan, RegionHistory.empty(), newSignals(plan));
    }

    private static List<SignalState> newSignals(ForecastPlan plan) {
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

    /** The record for the state store. Continuing from it gives the same forecasts as continuing from this state. */
    public RegionSnapshot toState() {
        long closed = history.lastHour();
        return new RegionSnapshot(
                plan.horizonHours(),
                plan.confidence().level(),
                history.toState(),
                signals.stream().map(signal -> signal.toState(closed)).toList());
    }

    /**
     * The state of a record from the state store. If the plan has another horizon or confidence than the record, only the
     * history is used: margins for one confidence are wrong for another.
     */
    public static RegionState of(RegionSnapshot state, ForecastPlan plan) {
        boolean samePlan = state.getHorizonHours() == plan.horizonHours()
                && state.getConfidence() == plan.confidence().level();
        var history = RegionHistory.of(state.getHistory());
        return new RegionState(plan, history, samePlan ? signals(state, plan, history.lastHour()) : newSignals(plan));
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
