package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was measured in one closed hour; null where nothing was. */
public record HourView(
        Instant startsAt,
        @Nullable Double temperatureC,
        @Nullable Double temperatureMaxC,
        @Nullable Double itLoadMw,
        double flexibleLoadMw,
        @Nullable Double carbonGPerKwh,
        @Nullable Double waterLPerKwh,
        @Nullable Double pue) {

    public static HourView of(HourlyFeatures hour) {
        return new HourView(
                hour.getHourStart(),
                hour.getTemperatureC(),
                hour.getTemperatureMaxC(),
                hour.getItLoadMw(),
                hour.getFlexibleLoadMw(),
                hour.getCarbonGPerKwh(),
                hour.getWaterLPerKwh(),
                hour.getPue());
    }
}
