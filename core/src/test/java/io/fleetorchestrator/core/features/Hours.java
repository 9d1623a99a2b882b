package io.fleetorchestrator.core.features;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import java.util.function.LongToDoubleFunction;

/** Closed hours for tests. */
final class Hours {

    /** 2025-01-06, a Monday, at midnight. */
    static final long MONDAY = Instant.parse("2025-01-06T00:00:00Z").getEpochSecond() / 3600;

    private Hours() {}

    static HourlyFeatures hour(long hour, double temperature) {
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setHourStart(Instant.ofEpochSecond(hour * 3600))
                .setReadings(1)
                .setTemperatureC(temperature)
                .build();
    }

    /** A history of {@code count} hours from MONDAY on; NaN leaves a hole. */
    static RegionHistory history(int count, LongToDoubleFunction temperature) {
        var history = RegionHistory.empty();
        for (long at = 0; at < count; at++) {
            double value = temperature.applyAsDouble(at);
            if (!Double.isNaN(value)) {
                history.add(hour(MONDAY + at, value));
            }
        }
        return history;
    }
}
