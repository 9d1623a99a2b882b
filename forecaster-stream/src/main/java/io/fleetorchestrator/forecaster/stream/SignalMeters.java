package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.runtime.metrics.GaugeGroup;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gauges of one signal in one region, each registered with its first value. Prometheus cannot store the future, so a
 * forecast is shown by its values a day ahead, at the time of issue.
 */
final class SignalMeters {

    private static final String COVERAGE = "Share of actual values that the intervals covered";

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

    private final String signal;
    private final GaugeGroup gauges;
    private volatile @Nullable HourInterval dayAhead;
    private volatile @Nullable Double actual;
    private volatile @Nullable CoverageSummary summary;

    SignalMeters(Measurement signal, GaugeGroup gauges) {
        this.signal = signal.info().label();
        this.gauges = gauges;
    }

    void show(SignalForecast forecast) {
        var hours = forecast.getHours();
        if (hours.isEmpty()) {
            return;
        }
        if (dayAhead == null) {
            BOUNDS.forEach((bound, of) -> add(
                    "fleet.forecast." + signal, "Forecast a day ahead", Tags.of("bound", bound), () -> dayAhead, of));
        }
        dayAhead = hours.get(Math.min(EpochHours.DAY, hours.size()) - 1);
    }

    void show(SignalOutcome outcome) {
        if (actual == null) {
            gauges.add("fleet.actual." + signal, null, "Mean of the last closed hour", () -> actual);
        }
        actual = outcome.getActual();
        if (outcome.getSummary() != null) {
            show(outcome.getSummary());
        }
    }

    private void show(CoverageSummary latest) {
        if (summary == null) {
            var tags = Tags.of("signal", signal);
            COVERAGES.forEach((more, of) -> addFigure("fleet.coverage", COVERAGE, tags.and(more), of));
            ERRORS.forEach((method, of) ->
                    addFigure("fleet.forecast.error", "Mean absolute error", tags.and("method", method), of));
            addFigure("fleet.interval.width", "Mean width of the intervals", tags, CoverageSummary::getMeanWidth);
            addFigure(
                    "fleet.interval.winkler", "Mean Winkler score of the intervals", tags, CoverageSummary::getWinkler);
        }
        summary = latest;
    }

    private void addFigure(
            String name, String description, Tags tags, Function<CoverageSummary, @Nullable Double> figure) {
        add(name, description, tags, () -> summary, figure);
    }

    private <T> void add(
            String name,
            String description,
            Tags tags,
            Supplier<@Nullable T> shown,
            Function<T, @Nullable Double> figure) {
        gauges.add(name, null, description, tags, () -> {
            var known = shown.get();
            return known == null ? null : figure.apply(known);
        });
    }
}
