package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.orZero;
import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** Distance of each region to its temperature limit. */
final class RiskBoard {

    /** The margins at which the risk of a placement changes from MODERATE to HIGH and from LOW to MODERATE. */
    private static final Thresholds MARGIN = Thresholds.falling(2, 5);

    /** Half of the age from which on a forecast is not used, and that age. */
    private static final Thresholds AGE = Thresholds.rising(3600, 7200);

    private RiskBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-risk",
                        "Fleet / Risk",
                        "Distance of each region to its temperature limit: measured, forecast a day before, and forecast now.")
                .over("now-24h", "now+24h")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .row("Now", 4, smallestMargin(), near(), breaches(), oldestForecast(), SharedPanels.blockedShare())
                .row("Temperature, and its forecast of a day before", 9, dayBefore())
                .row("The day ahead", 9, dayAhead())
                .row("Margin and headroom", 8, margins(), SharedPanels.headroom())
                .row("Regions", 8, table());
    }

    private static Panel smallestMargin() {
        return Panel.figure("Smallest margin")
                .describedAs(
                        "Degrees between the limit and the peak upper bound of the forecast hours, in the region with the"
                                + " smallest margin. Below zero, requests are blocked there.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .query(Query.range("min(" + regions("fleet_region:margin_celsius:min") + ")", "margin"));
    }

    private static Panel near() {
        return Panel.figure("Regions near their limit")
                .describedAs("Regions whose margin is below 2 °C in a forecast hour.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 3))
                .query(Query.range(orZero("count(" + regions("fleet_region:margin_celsius:min") + " < 2)"), "regions"));
    }

    private static Panel breaches() {
        return Panel.figure("Hours above the limit where work was placed, last day")
                .describedAs("Each such hour breaks the bound; at 95 % confidence, one hour in twenty may.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 2))
                .query(Query.range(
                        orZero("sum(count_over_time((" + regions("fleet_region:approved_excess_celsius:max")
                                + " > 0)[24h:1h]))"),
                        "hours"));
    }

    private static Panel oldestForecast() {
        return Panel.figure("Oldest forecast")
                .describedAs(
                        "After two hours, or staleAfter in the fleet's policy, the scheduler blocks requests instead of using the forecast.")
                .in(Unit.SECONDS)
                .coloured(AGE)
                .query(Query.range("max(" + regions("fleet_forecast_age_seconds") + ")", "age"));
    }

    private static Panel dayBefore() {
        return Panel.lines("$region, measured")
                .describedAs(
                        "The measured hour, and the interval and upper bound that were issued a day before. Prometheus cannot"
                                + " store the future, so the interval is drawn 24 hours after its issue: to the right of now is the"
                                + " forecast.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .forEach("region")
                .query(Query.range("max(" + regions("fleet_actual_temperature") + ")", "measured"))
                .query(dayBefore("upper", "interval, upper"))
                .query(dayBefore("lower", "interval, lower"))
                .query(dayBefore("upper_one_sided", "upper bound"))
                .query(Query.range("max(" + regions("fleet_region_limit_celsius") + ")", "limit"))
                .band("interval, upper", "interval, lower")
                .limit("limit");
    }

    private static Query dayBefore(String bound, String legend) {
        return Query.range(
                "max(" + regions("fleet_forecast_temperature", "bound=\"" + bound + "\"") + " offset 24h)", legend);
    }

    private static Panel dayAhead() {
        return Panel.lines("$region, all horizons")
                .describedAs(
                        "The last day as measured, and the newest forecast. Near hours have narrower intervals than a day"
                                + " ahead.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .forEach("region")
                .query(Query.rows(
                        "/api/v1/grafana/band?signal=TEMPERATURE&region=${region}",
                        "rows",
                        Column.time("time", "time"),
                        Column.number("actual", "measured", Unit.CELSIUS),
                        Column.number("point", "forecast", Unit.CELSIUS),
                        Column.number("upper", "interval, upper", Unit.CELSIUS),
                        Column.number("lower", "interval, lower", Unit.CELSIUS),
                        Column.number("bound", "upper bound", Unit.CELSIUS),
                        Column.number("limit", "limit", Unit.CELSIUS)))
                .band("interval, upper", "interval, lower")
                .limit("limit");
    }

    private static Panel margins() {
        return Panel.lines("Margin by region")
                .describedAs(
                        "Degrees between the limit and the peak upper bound of the forecast hours, including the heat of"
                                + " committed work.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .query(Query.range(regions("fleet_region:margin_celsius:min"), "{{region}}"));
    }

    private static Panel table() {
        return Panel.table("Regions now")
                .describedAs("The last closed hour of each region, its peak upper bound, and its risk.")
                .query(Query.rows(
                        "/api/v1/regions",
                        "items",
                        Column.text("region", "region"),
                        Column.text("displayName", "name"),
                        Column.text("riskLevel", "risk"),
                        Column.number("last.temperatureC", "measured", Unit.CELSIUS),
                        Column.number("peakBoundC", "peak upper bound", Unit.CELSIUS),
                        Column.number("limitC", "limit", Unit.CELSIUS),
                        Column.number("marginC", "margin", Unit.CELSIUS),
                        Column.text("forecastStatus", "forecast"),
                        Column.time("forecastIssuedAt", "issued")));
    }
}
