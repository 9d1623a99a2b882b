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
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gauges of one region. Prometheus cannot store the future: what is shown is the bound a day ahead, at its issue. */
final class RegionMeters implements AutoCloseable {

    private static final int DAY = 24;
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Map<String, Function<HourInterval, @Nullable Double>> BOUNDS = Map.of(
            "point", HourInterval::getPoint,
            "lower", HourInterval::getLower,
            "upper", HourInterval::getUpper,
            "upper_one_sided", HourInterval::getUpperOneSided);

    private static final Map<Tags, Function<CoverageSummary, @Nullable Double>> COVERAGES = Map.of(
            Tags.of("bound", "two_sided", "window", "all"), CoverageSummary::getCoverage,
            Tags.of("bound", "two_sided", "window", "7d"), CoverageSummary::getCoverage7d,
            Tags.of("bound", "two_sided", "window", "worst_7d"), CoverageSummary::getCoverageWorst7d,
            Tags.of("bound", "two_sided", "window", "worst_horizon"), CoverageSummary::getCoverageHorizonMin,
            Tags.of("bound", "upper", "window", "hottest_decile"), CoverageSummary::getCoverageUpperHot,
            Tags.of("bound", "upper", "window", "all"), CoverageSummary::getCoverageUpper,
            Tags.of("bound", "upper", "window", "7d"), CoverageSummary::getCoverageUpper7d);

    private static final Map<String, Function<CoverageSummary, @Nullable Double>> ERRORS = Map.of(
            "model", CoverageSummary::getMae,
            "persistence", CoverageSummary::getMaePersistence,
            "seasonal_naive", CoverageSummary::getMaeSeasonalNaive);

    /** A figure that a gauge reads while the stream thread sets it. */
    private static final class Figure {
        private volatile double value = Double.NaN;
    }

    private record Shown(Figure figure, Meter meter) {}

    private final Tags place;
    private final MeterRegistry registry;
    private final Map<String, Shown> shown = new HashMap<>();

    RegionMeters(String fleet, String region, MeterRegistry registry) {
        this.place = Tags.of("fleet", fleet, "region", region);
        this.registry = registry;
    }

    void show(RegionStep step) {
        Quantity.forecast().forEach(signal -> show(signal, of(step.forecast(), signal)));
        step.outcome().getSignals().forEach(this::show);
        var end = step.outcome().getHourStart().plus(HOUR);
        set("fleet.hour.closed.at", "seconds", place, (double) end.getEpochSecond());
    }

    private void show(Quantity signal, SignalForecast forecast) {
        if (forecast.getHours().isEmpty()) {
            return;
        }
        var hour = forecast.getHours().get(Math.min(DAY, forecast.getHours().size()) - 1);
        BOUNDS.forEach((bound, of) -> set("fleet.forecast." + name(signal), place.and("bound", bound), of.apply(hour)));
    }

    private void show(SignalOutcome outcome) {
        var signal = Quantity.of(outcome.getSignal()).orElseThrow();
        set("fleet.actual." + name(signal), place, outcome.getActual());
        if (outcome.getSummary() != null) {
            account(place.and("signal", name(signal)), outcome.getSummary());
        }
    }

    private void account(Tags tags, CoverageSummary summary) {
        COVERAGES.forEach((more, of) -> set("fleet.coverage", tags.and(more), of.apply(summary)));
        ERRORS.forEach((method, of) -> set("fleet.forecast.error", tags.and("method", method), of.apply(summary)));
        set("fleet.interval.width", tags, summary.getMeanWidth());
        set("fleet.interval.winkler", tags, summary.getWinkler());
    }

    private void set(String name, Tags tags, @Nullable Double value) {
        set(name, null, tags, value);
    }

    private void set(String name, @Nullable String unit, Tags tags, @Nullable Double value) {
        shown.computeIfAbsent(name + tags, key -> register(name, unit, tags)).figure().value =
                value == null ? Double.NaN : value;
    }

    private Shown register(String name, @Nullable String unit, Tags tags) {
        var figure = new Figure();
        var gauge = Gauge.builder(name, figure, f -> f.value)
                .baseUnit(unit)
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
