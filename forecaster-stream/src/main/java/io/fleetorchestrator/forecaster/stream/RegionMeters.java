package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gauges of one region. Prometheus cannot store the future: what is shown is the bound a day ahead, at its issue. */
final class RegionMeters implements AutoCloseable {

    private static final int DAY = 24;

    private static final Map<String, Function<HourInterval, @Nullable Double>> BOUNDS = Map.of(
            "point", HourInterval::getPoint,
            "lower", HourInterval::getLower,
            "upper", HourInterval::getUpper,
            "upper_one_sided", HourInterval::getUpperOneSided);

    private static final Map<Tags, Function<CoverageSummary, @Nullable Double>> COVERAGES = Map.of(
            Tags.of("bound", "two_sided", "window", "all"), CoverageSummary::getCoverage,
            Tags.of("bound", "two_sided", "window", "7d"), CoverageSummary::getCoverage7d,
            Tags.of("bound", "upper", "window", "all"), CoverageSummary::getCoverageUpper,
            Tags.of("bound", "upper", "window", "7d"), CoverageSummary::getCoverageUpper7d);

    /** A figure that a gauge reads while the stream thread sets it. */
    private static final class Figure {
        private volatile double value = Double.NaN;
    }

    private record Shown(Figure figure, Meter meter) {}

    private final String region;
    private final MeterRegistry registry;
    private final Map<String, Shown> shown = new HashMap<>();

    RegionMeters(String region, MeterRegistry registry) {
        this.region = region;
        this.registry = registry;
    }

    void show(RegionStep step) {
        Quantity.forecast().forEach(signal -> show(signal, of(step.forecast(), signal)));
        step.outcome().getSignals().forEach(this::show);
    }

    private void show(Quantity signal, SignalForecast forecast) {
        if (forecast.getHours().isEmpty()) {
            return;
        }
        var hour = forecast.getHours().get(Math.min(DAY, forecast.getHours().size()) - 1);
        BOUNDS.forEach((bound, of) ->
                set("fleet.forecast." + name(signal), Tags.of("region", region, "bound", bound), of.apply(hour)));
    }

    private void show(SignalOutcome outcome) {
        var signal = Quantity.of(outcome.getSignal()).orElseThrow();
        set("fleet.actual." + name(signal), Tags.of("region", region), outcome.getActual());
        if (outcome.getSummary() != null) {
            var tags = Tags.of("region", region, "signal", name(signal));
            COVERAGES.forEach((more, of) -> set("fleet.coverage", tags.and(more), of.apply(outcome.getSummary())));
        }
    }

    private void set(String name, Tags tags, @Nullable Double value) {
        shown.computeIfAbsent(name + tags, key -> register(name, tags)).figure().value =
                value == null ? Double.NaN : value;
    }

    private Shown register(String name, Tags tags) {
        var figure = new Figure();
        var gauge = Gauge.builder(name, figure, f -> f.value)
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return new Shown(figure, gauge);
    }

    private static String name(Quantity signal) {
        return signal.name().toLowerCase(Locale.ROOT);
    }

    private static SignalForecast of(RegionForecast forecast, Quantity signal) {
        return switch (signal) {
            case TEMPERATURE -> forecast.getTemperature();
            case IT_LOAD -> forecast.getItLoad();
            case CARBON -> forecast.getCarbon();
            case WATER -> forecast.getWater();
            case HUMIDITY, WIND, FLEXIBLE_LOAD -> throw new IllegalArgumentException(signal + " is not forecast");
        };
    }

    @Override
    public void close() {
        shown.values().forEach(gauge -> registry.remove(gauge.meter()));
        shown.clear();
    }
}
