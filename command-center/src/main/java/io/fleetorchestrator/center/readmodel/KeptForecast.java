package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** What was forecast for one region, as it was known at one hour. */
public record KeptForecast(
        String region,
        String fleet,
        Instant issuedAt,
        double confidence,
        double flexibleLoadMwAtIssue,
        Map<Signal, KeptSignal> signals) {

    static KeptForecast of(RegionForecast forecast) {
        var signals = new EnumMap<Signal, KeptSignal>(Signal.class);
        signals.put(Signal.TEMPERATURE, KeptSignal.of(forecast.getTemperature()));
        signals.put(Signal.IT_LOAD, KeptSignal.of(forecast.getItLoad()));
        signals.put(Signal.CARBON, KeptSignal.of(forecast.getCarbon()));
        signals.put(Signal.WATER, KeptSignal.of(forecast.getWater()));
        return new KeptForecast(
                forecast.getRegion(),
                forecast.getFleet(),
                forecast.getIssuedAt(),
                forecast.getConfidence(),
                forecast.getFlexibleLoadMwAtIssue(),
                signals);
    }

    public KeptSignal signal(Signal signal) {
        var kept = signals.get(signal);
        if (kept == null) {
            throw new IllegalArgumentException("no forecast is kept of " + signal);
        }
        return kept;
    }

    /** When hour {@code hour} starts, counted from the issue: hour 0 starts with it. */
    public Instant startOf(int hour) {
        return issuedAt.plus(hour, ChronoUnit.HOURS);
    }
}
