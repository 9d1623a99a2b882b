package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.core.signal.SignalInfo;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** A forecast of one region, issued at one hour. */
public record CachedForecast(
        String region,
        String fleet,
        Instant issuedAt,
        double confidence,
        double flexibleLoadMwAtIssue,
        Map<Signal, CachedSignal> signals) {

    static CachedForecast of(RegionForecast forecast) {
        var signals = new EnumMap<Signal, CachedSignal>(Signal.class);
        SignalInfo.all().forEach(info -> signals.put(info.signal(), CachedSignal.of(info.forecastIn(forecast))));
        return new CachedForecast(
                forecast.getRegion(),
                forecast.getFleet(),
                forecast.getIssuedAt(),
                forecast.getConfidence(),
                forecast.getFlexibleLoadMwAtIssue(),
                signals);
    }

    public CachedSignal signal(Signal signal) {
        var kept = signals.get(signal);
        if (kept == null) {
            throw new IllegalArgumentException("there is no forecast of " + signal);
        }
        return kept;
    }

    /** Start of the hour with this index; hour 0 starts at the issue. */
    public Instant startOf(int hour) {
        return issuedAt.plus(hour, ChronoUnit.HOURS);
    }
}
