package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The measured values of one closed hour; null for values that were not measured. */
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
