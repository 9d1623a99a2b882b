package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.coverage.CoverageChange;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.SignalState.Settled;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The step from one closed hour of a region to its next forecast: first the forecasts of that hour are settled, each by
 * the margins it was issued with, then the coming hours are forecast. Service and backtest run this same code.
 */
public final class RegionForecaster {

    private final ForecastPlan plan;

    public RegionForecaster(ForecastPlan plan) {
        this.plan = plan;
    }

    /** Closes an hour, which must be later than all closed before. Changes the state; hours in between are holes. */
    public RegionStep close(RegionState state, HourlyFeatures hour, ForecastModels models) {
        state.history().add(hour);
        var advisories = new ArrayList<Advisory>();
        var outcome = settle(state, hour, advisories);
        return new RegionStep(forecast(state, hour, models), outcome, List.copyOf(advisories));
    }

    private ForecastOutcome settle(RegionState state, HourlyFeatures hour, List<Advisory> advisories) {
        var outcomes = new ArrayList<SignalOutcome>();
        for (SignalState track : state.tracks()) {
            double actual = track.signal().in(hour);
            if (!Double.isNaN(actual)) {
                outcomes.add(settle(
                        track, state, actual, change -> advisories.add(ForecastRecords.drift(hour, track, change))));
            }
        }
        return ForecastOutcome.newBuilder()
                .setRegion(hour.getRegion())
                .setFleet(hour.getFleet())
                .setHourStart(hour.getHourStart())
                .setSignals(outcomes)
                .build();
    }

    private static SignalOutcome settle(
            SignalState track, RegionState state, double actual, Consumer<CoverageChange> onChange) {
        var due = track.due(state.history());
        track.settle(
                        state.history().lastHour(),
                        actual,
                        due.stream().map(Settled::forecast).toList())
                .ifPresent(onChange);
        return ForecastRecords.outcome(track, actual, due);
    }

    private RegionForecast forecast(RegionState state, HourlyFeatures hour, ForecastModels models) {
        Map<Measurement, SignalForecast> bySignal = new EnumMap<>(Measurement.class);
        for (SignalState track : state.tracks()) {
            var issue = track.issue(hour.getRegion(), state.history(), models.of(track.signal()));
            bySignal.put(track.signal(), ForecastRecords.forecast(issue, track.calibrationSize()));
        }
        return RegionForecast.newBuilder()
                .setRegion(hour.getRegion())
                .setFleet(hour.getFleet())
                .setIssuedAt(EpochHours.end(state.history().lastHour()))
                .setConfidence(plan.confidence().level())
                .setFlexibleLoadMwAtIssue(hour.getFlexibleLoadMw())
                .setTemperature(bySignal.get(Measurement.TEMPERATURE))
                .setItLoad(bySignal.get(Measurement.IT_LOAD))
                .setCarbon(bySignal.get(Measurement.CARBON))
                .setWater(bySignal.get(Measurement.WATER))
                .build();
    }
}
