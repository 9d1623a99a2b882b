package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;
import io.fleetorchestrator.dashboards.grafana.Variable;

/** Whether the promised confidence was kept. */
final class TrustBoard {

    /** The floor of COVERAGE_DRIFT advisories, and a little less than what is promised. */
    private static final Thresholds COVERAGE = Thresholds.falling(0.80, 0.92);

    private static final String SIGNAL = "signal=\"$signal\"";
    private static final String BOUND = "bound=\"upper\"";
    private static final String BAND = "bound=\"two_sided\"";

    private TrustBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-trust",
                        "Fleet / Forecast trust",
                        "Whether bounds held as often as they promised, how wide they were, and how good the models are.")
                .over("now-7d", "now")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .choose(Variable.choice("signal", "Signal", "temperature", "it_load", "carbon", "water"))
                .row("Now", 4, now(), worstWeek(), hottest(), skill(), modelAge())
                .row("Coverage", 8, bound(), band())
                .row("Width and error", 8, width(), winkler(), error())
                .row("Account", 9, account(), models());
    }

    private static Panel now() {
        return Panel.figure("Bound kept, 7 days")
                .says("Share of hours below their one-sided bound, in the region that is worst off. Promised: 95 %.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .ask(Query.range("min(" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"7d\"") + ")", "kept"));
    }

    private static Panel worstWeek() {
        return Panel.figure("Worst week")
                .says("Two-sided coverage of the worst seven days so far, in the region that is worst off.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .ask(Query.range(
                        "min(" + regions("fleet_coverage", SIGNAL, BAND, "window=\"worst_7d\"") + ")", "worst week"));
    }

    private static Panel hottest() {
        return Panel.figure("Bound kept in the hottest tenth")
                .says("Of the hours that turned out highest: where it matters most, and is hardest.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .ask(Query.range(
                        "min(" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"hottest_decile\"") + ")", "kept"));
    }

    private static Panel skill() {
        return Panel.figure("Error against yesterday's")
                .says("Mean absolute error of the model over that of repeating yesterday; below 1 the model is worth"
                        + " having.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.95, 1))
                .ask(Query.range(
                        "avg(" + error("model") + ") / avg(" + error("seasonal_naive") + ")", "of yesterday's"));
    }

    private static Panel modelAge() {
        return Panel.figure("Model age")
                .says("Since the end of what the model in use learnt from. Models are trained anew every week.")
                .in(Unit.SECONDS)
                // Two and four times the interval of retraining.
                .coloured(Thresholds.rising(1_209_600, 2_419_200))
                .ask(Query.range("time() - min(fleet_model_trained_at_seconds{signal=\"$signal\"})", "age"));
    }

    private static Panel bound() {
        return Panel.lines("Bound kept, by region")
                .says("Share of the hours of the last 7 days that stayed below the one-sided bound, which decides.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .ask(Query.range(
                        "max by (region) (" + regions("fleet_coverage", SIGNAL, BOUND, "window=\"7d\"") + ")",
                        "{{region}}"))
                .ask(Query.range("vector(0.95)", "promised"))
                .limit("promised");
    }

    private static Panel band() {
        return Panel.lines("Band kept, by region")
                .says("Share of the hours of the last 7 days that stayed within the band, which is shown.")
                .in(Unit.SHARE)
                .coloured(COVERAGE)
                .ask(Query.range(
                        "max by (region) (" + regions("fleet_coverage", SIGNAL, BAND, "window=\"7d\"") + ")",
                        "{{region}}"))
                .ask(Query.range("vector(0.95)", "promised"))
                .limit("promised");
    }

    private static Panel width() {
        return Panel.lines("Width of the band")
                .says("On average over all horizons, in the signal's own unit. Narrow is good, as long as coverage is"
                        + " kept.")
                .ask(Query.range("max by (region) (" + regions("fleet_interval_width", SIGNAL) + ")", "{{region}}"));
    }

    private static Panel winkler() {
        return Panel.lines("Winkler score")
                .says("Width plus a fine for every miss: one figure for both. Less is better.")
                .ask(Query.range("max by (region) (" + regions("fleet_interval_winkler", SIGNAL) + ")", "{{region}}"));
    }

    private static Panel error() {
        return Panel.lines("Mean absolute error")
                .says("Over all horizons, against saying that nothing changes (persistence) and repeating yesterday"
                        + " (seasonal naive).")
                .ask(Query.range("avg by (method) (" + regions("fleet_forecast_error", SIGNAL) + ")", "{{method}}"));
    }

    private static String error(String method) {
        return regions("fleet_forecast_error", SIGNAL, "method=\"" + method + "\"");
    }

    private static Panel account() {
        return Panel.table("Account by region and signal")
                .says("What was promised and what came true, since the forecaster began to count.")
                .ask(Query.rows(
                        "/api/v1/coverage",
                        "items",
                        Column.text("region", "region"),
                        Column.text("signal", "signal"),
                        Column.number("scored", "forecasts scored", Unit.COUNT),
                        Column.number("coverageUpper", "bound kept", Unit.SHARE),
                        Column.number("coverage", "band kept", Unit.SHARE),
                        Column.number("coverageWorst7d", "worst week", Unit.SHARE),
                        Column.number("meanWidth", "width", Unit.NONE),
                        Column.number("winkler", "Winkler", Unit.NONE),
                        Column.number("mae", "error", Unit.NONE),
                        Column.number("maeSeasonalNaive", "error of yesterday's", Unit.NONE)));
    }

    private static Panel models() {
        return Panel.bars("Models in use")
                .says("Age of the model of each signal. A signal that is missing here is forecast by repeating"
                        + " yesterday.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(1_209_600, 2_419_200))
                .ask(Query.instant(
                        "time() - max by (signal) (fleet_model_trained_at_seconds) * on (signal) group_left (model)"
                                + " max by (signal, model) (fleet_model_info)",
                        "{{signal}}: {{model}}"));
    }
}
