package io.fleetorchestrator.core.replay;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A measured column of a recording. The column may be missing, and its cells may be blank: a hole. */
record ReadingColumn(
        String header,
        Function<TelemetryReading, @Nullable Double> getter,
        BiConsumer<TelemetryReading, Double> setter) {

    static final List<ReadingColumn> ALL = List.of(
            new ReadingColumn("temperature_c", TelemetryReading::getTemperatureC, TelemetryReading::setTemperatureC),
            new ReadingColumn("it_load_mw", TelemetryReading::getItLoadMw, TelemetryReading::setItLoadMw),
            new ReadingColumn(
                    "carbon_g_per_kwh", TelemetryReading::getCarbonGPerKwh, TelemetryReading::setCarbonGPerKwh),
            new ReadingColumn("water_l_per_kwh", TelemetryReading::getWaterLPerKwh, TelemetryReading::setWaterLPerKwh),
            new ReadingColumn(
                    "relative_humidity_pct",
                    TelemetryReading::getRelativeHumidityPct,
                    TelemetryReading::setRelativeHumidityPct),
            new ReadingColumn("wind_speed_mps", TelemetryReading::getWindSpeedMps, TelemetryReading::setWindSpeedMps),
            new ReadingColumn(
                    "flexible_load_mw", TelemetryReading::getFlexibleLoadMw, TelemetryReading::setFlexibleLoadMw),
            new ReadingColumn("pue", TelemetryReading::getPue, TelemetryReading::setPue));

    static Optional<ReadingColumn> named(String header) {
        return ALL.stream().filter(column -> column.header.equals(header)).findFirst();
    }

    void set(TelemetryReading reading, double value) {
        setter.accept(reading, value);
    }

    /** The value as text; blank for a hole. */
    String text(TelemetryReading reading) {
        var value = getter.apply(reading);
        return value == null ? "" : value.toString();
    }
}
