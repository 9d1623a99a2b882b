package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Goes from one closed hour of a region to its next forecast. First it scores the forecasts of that hour, each by the
 * margins it was issued with. Then it forecasts the next hours. The service and the backtest run this same code.
 */
public final class RegionForecaster {

    private final ForecastPlan plan;

    public RegionForecaster(ForecastPlan plan) {
        this.plan = plan;
    }

    /** Closes an hour and returns the records to publish. */
    public RegionStep close(RegionState state, HourlyFeatures hour, ForecastModels models) {
        long closed = RegionHistory.hourOf(hour);
        var settled = close(state, hour.getRegion(), closed, signal -> signal.in(hour), models);
        return ForecastRecords.step(hour, settled, plan.confidence());
    }

    /**
     * Closes an hour, which must be later than all hours closed before. Changes the state. Hours in between become holes.
     *
     * @param hour hours since the epoch
     * @param means the mean of each measurement in this hour, NaN for a hole
     */
    public SettledHour close(
            RegionState state, String region, long hour, ToDoubleFunction<Measurement> means, ForecastModels models) {
        state.history().add(hour, means);
        return new SettledHour(settle(state, means), issue(state, region, models));
    }

    private static List<SettledSignal> settle(RegionState state, ToDoubleFunction<Measurement> means) {
        var settled = new ArrayList<SettledSignal>();
        for (SignalState signal : state.signals()) {
            double actual = means.applyAsDouble(signal.signal());
            if (!Double.isNaN(actual)) {
                var due = signal.due(state.history(), actual);
                var change = signal.settle(state.history().lastHour(), actual, due);
                settled.add(new SettledSignal(signal, actual, due, change));
            }
        }
        return settled;
    }

    private static List<IssuedSignal> issue(RegionState state, String region, ForecastModels models) {
        return state.signals().stream()
                .map(signal ->
                        new IssuedSignal(signal, signal.issue(region, state.history(), models.of(signal.signal()))))
                .toList();
    }
}
