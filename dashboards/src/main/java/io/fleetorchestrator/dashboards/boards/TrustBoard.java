package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;
import io.fleetorchestrator.dashboards.grafana.Variable;

/** Coverage of the intervals, and quality of the models. */
final class TrustBoard {

    /** The floor of COVERAGE_DRIFT advisories, and a little less than the promised confidence. */
    private static final Thresholds COVERAGE = Thresholds.falling(0.80, 0.92);

    private static final String SIGNAL = "signal=\"$signal\"";
    private static final String BOUND = "bound=\"upper\"";
    private static final String BAND = "bound=\"two_sided\"";

    private TrustBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-trust",
                        "Fleet / Forecast trust",
                        "Coverage of the bounds against the promised confidence, width of the intervals, and error of the models.")
                .over("now-7d", "now")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .choose(Variable.choice("signal", "Signal", "temperature", "it_load", "carbon", "water"))
                .row("Now", 4, now(), worstWeek(), hottest(), skill(), modelAge())
                .row("Coverage", 8, bound(), band())
                .row("Width and error", 8, width(), winkler(), error())
                .row("Figures", 9, account(), models());
    }

    private static Panel now() {
        return Panel.figure("Upper-bound coverage, 7 days")
                .describedAs(
                        "Share of hours below the one-sided upper bound, in the region with the lowest share. Promised: 95 %.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .query(Query.range(
                        "min(" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"7d\"") + ")", "coverage"));
    }

    private static Panel worstWeek() {
        return Panel.figure("Worst week")
                .describedAs(
                        "Interval coverage of the worst seven days so far, in the region with the lowest coverage.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .query(Query.range(
                        "min(" + regions("fleet_coverage", SIGNAL, BAND, "window=\"worst_7d\"") + ")", "worst week"));
    }

    private static Panel hottest() {
        return Panel.figure("Upper-bound coverage, hottest tenth")
                .describedAs("Coverage in the tenth of hours with the highest measured values.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .query(Query.range(
                        "min(" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"hottest_decile\"") + ")",
                        "coverage"));
    }

    private static Panel skill() {
        return Panel.figure("Error relative to yesterday's hour")
                .describedAs(
                        "Mean absolute error of the model divided by that of repeating the same hour of yesterday. Below 1 the"
                                + " model is better.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.95, 1))
                .query(Query.range(
                        "avg(" + error("model") + ") / avg(" + error("seasonal_naive") + ")", "relative error"));
    }

    private static Panel modelAge() {
        return Panel.figure("Model age")
                .describedAs("Since the end of the training data of the model in use. Models are retrained every week.")
                .in(Unit.SECONDS)
                // Twice and four times the retraining interval.
                .coloured(Thresholds.rising(1_209_600, 2_419_200))
                .query(Query.range("time() - min(fleet_model_trained_at_seconds{signal=\"$signal\"})", "age"));
    }

    private static Panel bound() {
        return Panel.lines("Upper-bound coverage by region")
                .describedAs("Share of the hours of the last 7 days below the one-sided upper bound, which decides.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .query(Query.range(
                        "max by (region) (" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"7d\"") + ")",
                        "{{region}}"))
                .query(Query.range("vector(0.95)", "promised"))
                .limit("promised");
    }

    private static Panel band() {
        return Panel.lines("Interval coverage by region")
                .describedAs(
                        "Share of the hours of the last 7 days inside the two-sided interval, which is for information.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .query(Query.range(
                        "max by (region) (" + regions("fleet_coverage", SIGNAL, BAND, "window=\"7d\"") + ")",
                        "{{region}}"))
                .query(Query.range("vector(0.95)", "promised"))
                .limit("promised");
    }

    private static Panel width() {
        return Panel.lines("Width of the interval")
                .describedAs(
                        "Mean over all horizons, in the unit of the signal. Narrow is good if the coverage is as promised.")
                .query(Query.range("max by (region) (" + regions("fleet_interval_width", SIGNAL) + ")", "{{region}}"));
    }

    private static Panel winkler() {
        return Panel.lines("Winkler score")
                .describedAs("Width plus a penalty for each miss. Lower is better.")
                .query(Query.range(
                        "max by (region) (" + regions("fleet_interval_winkler", SIGNAL) + ")", "{{region}}"));
    }

    private static Panel error() {
        return Panel.lines("Mean absolute error")
                .describedAs(
                        "Over all horizons, compared with the errors of repeating the last hour (persistence) and of repeating the same"
                                + " hour of yesterday (seasonal naive).")
                .query(Query.range("avg by (method) (" + regions("fleet_forecast_error", SIGNAL) + ")", "{{method}}"));
    }

    private static String error(String method) {
        return regions("fleet_forecast_error", SIGNAL, "method=\"" + method + "\"");
    }

    private static Panel account() {
        return Panel.table("Figures by region and signal")
                .describedAs("Since the forecaster began to count.")
                .query(Query.rows(
                        "/api/v1/coverage",
                        "items",
                        Column.text("region", "region"),
                        Column.text("signal", "signal"),
                        Column.number("scored", "forecasts scored", Unit.COUNT),
                        Column.number("coverageUpper", "upper-bound coverage", Unit.SHARE),
                        Column.number("coverage", "interval coverage", Unit.SHARE),
                        Column.number("coverageWorst7d", "worst week", Unit.SHARE),
                        Column.number("meanWidth", "width", Unit.NONE),
                        Column.number("winkler", "Winkler", Unit.NONE),
                        Column.number("mae", "error", Unit.NONE),
                        Column.number("maeSeasonalNaive", "error of yesterday's hour", Unit.NONE)));
    }

    private static Panel models() {
        return Panel.bars("Models in use")
                .describedAs(
                        "Age of the model of each signal. A signal without a model is forecast by repeating the same hour of"
                                + " yesterday.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(1_209_600, 2_419_200))
                .query(Query.instant(
                        "time() - max by (signal) (fleet_model_trained_at_seconds) * on (signal) group_left (model)"
                                + " max by (signal, model) (fleet_model_info)",
                        "{{signal}}: {{model}}"));
    }
}
