package io.fleetorchestrator.forecaster.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.core.scoring.ErrorStats;
import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.core.time.EpochHours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A result as one HTML page that contains its data and scripts. */
final class BacktestReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA_PLACEHOLDER = "/*DATA*/";

    private final BacktestSettings settings;
    private final BacktestResult result;

    BacktestReport(BacktestSettings settings, BacktestResult result) {
        this.settings = settings;
        this.result = result;
    }

    String html() {
        // The name of a region must not end the script element that contains it.
        return template().replace(DATA_PLACEHOLDER, data().toString().replace("</", "<\\/"));
    }

    private static String template() {
        try (var page = Objects.requireNonNull(BacktestReport.class.getResourceAsStream("report.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode data() {
        var data = MAPPER.createObjectNode()
                .put("signal", settings.signal().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .put("setup", setup())
                .put("horizon", settings.horizon())
                .put("confidence", settings.confidence());
        data.set("figures", BacktestJson.of(result));
        var regions = data.putArray("regions");
        result.regions().forEach(region -> regions.add(region(region)));
        return data;
    }

    private String setup() {
        return String.format(
                Locale.ROOT,
                "Fitted to %d hours, calibrated on the next %d, tested on the rest. Fitted again every %d hours to all hours"
                        + " before. All figures are of hours that the model was not fitted to.",
                settings.trainHours(),
                settings.calibrateHours(),
                settings.refitEvery().toHours());
    }

    private static ObjectNode region(RegionResult result) {
        var region = MAPPER.createObjectNode().put("name", result.region());
        region.set("farthest", farthest(result.farthest()));
        region.set("weeks", weeks(result.figures()));
        region.set("horizons", horizons(result.figures()));
        return region;
    }

    private static ObjectNode farthest(List<ScoredForecast> scores) {
        var series = MAPPER.createObjectNode();
        var hours = series.putArray("hour");
        scores.forEach(scored -> hours.add(scored.hour()));
        fill(series.putArray("actual"), scores, ScoredForecast::actual);
        fill(series.putArray("point"), scores, ScoredForecast::point);
        fill(series.putArray("lower"), scores, ScoredForecast::lower);
        fill(series.putArray("upper"), scores, ScoredForecast::upper);
        return series;
    }

    private static ObjectNode weeks(EvaluationMetrics figures) {
        var weeks = figures.byWeek(EpochHours.WEEK);
        var series = MAPPER.createObjectNode();
        var hours = series.putArray("hour");
        weeks.keySet().forEach(week -> hours.add(week * EpochHours.WEEK));
        fill(series.putArray("coverage"), List.copyOf(weeks.values()), ErrorStats::coverage);
        fill(series.putArray("coverageUpper"), List.copyOf(weeks.values()), ErrorStats::coverageUpper);
        return series;
    }

    private static ObjectNode horizons(EvaluationMetrics figures) {
        var stats = List.of(figures.byHorizon());
        var series = MAPPER.createObjectNode();
        fill(series.putArray("mae"), stats, ErrorStats::mae);
        fill(series.putArray("naive"), stats, ErrorStats::maeSeasonalNaive);
        fill(series.putArray("persistence"), stats, ErrorStats::maePersistence);
        fill(series.putArray("width"), stats, ErrorStats::meanWidth);
        return series;
    }

    private static <T> void fill(ArrayNode array, List<T> items, ToDoubleFunction<T> figure) {
        for (T item : items) {
            double value = figure.applyAsDouble(item);
            if (Double.isFinite(value)) {
                array.add(Math.round(value * 1e4) / 1e4);
            } else {
                array.addNull();
            }
        }
    }
}
