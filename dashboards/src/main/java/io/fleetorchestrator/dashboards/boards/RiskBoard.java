package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.orZero;
import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** How near each region comes to its temperature limit. */
final class RiskBoard {

    /** Where the risk of a placement turns from MODERATE to HIGH, and from LOW to MODERATE. */
    private static final Thresholds MARGIN = Thresholds.falling(2, 5);

    /** Half, and all, of the age at which a forecast no longer decides. */
    private static final Thresholds AGE = Thresholds.rising(3600, 7200);

    private RiskBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-risk",
                        "Fleet / Risk",
                        "How near each region comes to its temperature limit, as measured, as foretold, and as it will be.")
                .over("now-24h", "now+24h")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .row("Now", 4, smallestMargin(), near(), breaches(), oldestForecast(), SharedPanels.blockedShare())
                .row("Temperature, and what was said of it a day before", 9, dayBefore())
                .row("The day ahead", 9, dayAhead())
                .row("Room", 8, margins(), SharedPanels.headroom())
                .row("Regions", 8, table());
    }

    private static Panel smallestMargin() {
        return Panel.figure("Smallest margin")
                .says(
                        "Degrees between the limit and the highest bound of the hours to come, in the region that is worst"
                                + " off. Below zero, work is blocked there.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .ask(Query.range("min(" + regions("fleet_region:margin_celsius:min") + ")", "margin"));
    }

    private static Panel near() {
        return Panel.figure("Regions near their limit")
                .says("Regions whose margin is below 2 °C in some hour to come.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 3))
                .ask(Query.range(orZero("count(" + regions("fleet_region:margin_celsius:min") + " < 2)"), "regions"));
    }

    private static Panel breaches() {
        return Panel.figure("Hours above the limit where work was placed, last day")
                .says("Every one breaks the promise; one hour in twenty may.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 2))
                .ask(Query.range(
                        orZero("sum(count_over_time((" + regions("fleet_region:approved_excess_celsius:max")
                                + " > 0)[24h:1h]))"),
                        "hours"));
    }

    private static Panel oldestForecast() {
        return Panel.figure("Oldest forecast")
                .says("After two hours, or what the fleet's policy says, nothing is placed on a forecast any more.")
                .in(Unit.SECONDS)
                .coloured(AGE)
                .ask(Query.range("max(" + regions("fleet_forecast_age_seconds") + ")", "age"));
    }

    private static Panel dayBefore() {
        return Panel.lines("$region, measured")
                .says("What the hour turned out to be, against the band and the bound that were issued a day before it."
                        + " Prometheus cannot hold the future, so the band is drawn 24 hours after it was said: right"
                        + " of now is the forecast.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .forEach("region")
                .ask(Query.range("max(" + regions("fleet_actual_temperature") + ")", "measured"))
                .ask(dayBefore("upper", "band, upper"))
                .ask(dayBefore("lower", "band, lower"))
                .ask(dayBefore("upper_one_sided", "bound that decides"))
                .ask(Query.range("max(" + regions("fleet_region_limit_celsius") + ")", "limit"))
                .band("band, upper", "band, lower")
                .limit("limit");
    }

    private static Query dayBefore(String bound, String legend) {
        return Query.range(
                "max(" + regions("fleet_forecast_temperature", "bound=\"" + bound + "\"") + " offset 24h)", legend);
    }

    private static Panel dayAhead() {
        return Panel.lines("$region, all horizons")
                .says("The last day as measured, and the newest forecast of every hour to come: nearer hours are"
                        + " foretold more narrowly than a day ahead.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .forEach("region")
                .ask(Query.rows(
                        "/api/v1/grafana/band?signal=TEMPERATURE&region=${region}",
                        "rows",
                        Column.time("time", "time"),
                        Column.number("actual", "measured", Unit.CELSIUS),
                        Column.number("point", "forecast", Unit.CELSIUS),
                        Column.number("upper", "band, upper", Unit.CELSIUS),
                        Column.number("lower", "band, lower", Unit.CELSIUS),
                        Column.number("bound", "bound that decides", Unit.CELSIUS),
                        Column.number("limit", "limit", Unit.CELSIUS)))
                .band("band, upper", "band, lower")
                .limit("limit");
    }

    private static Panel margins() {
        return Panel.lines("Margin by region")
                .says("Degrees between the limit and the highest bound of the hours to come, with the heat of what is"
                        + " committed.")
                .in(Unit.CELSIUS)
                .coloured(MARGIN)
                .ask(Query.range(regions("fleet_region:margin_celsius:min"), "{{region}}"));
    }

    private static Panel table() {
        return Panel.table("Regions now")
                .says("The last closed hour of each region, the peak of its bound, and its risk.")
                .ask(Query.rows(
                        "/api/v1/regions",
                        "items",
                        Column.text("region", "region"),
                        Column.text("displayName", "name"),
                        Column.text("riskLevel", "risk"),
                        Column.number("last.temperatureC", "measured", Unit.CELSIUS),
                        Column.number("peakBoundC", "peak of the bound", Unit.CELSIUS),
                        Column.number("limitC", "limit", Unit.CELSIUS),
                        Column.number("marginC", "margin", Unit.CELSIUS),
                        Column.text("forecastStatus", "forecast"),
                        Column.time("forecastIssuedAt", "issued")));
    }
}
