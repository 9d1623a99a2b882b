package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.fleets;
import static io.fleetorchestrator.dashboards.boards.Series.grown;
import static io.fleetorchestrator.dashboards.boards.Series.orZero;
import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** What placed work costs in carbon and water, against running it at home at once. */
final class FootprintBoard {

    /** Below zero, placing has cost more than it saved. */
    private static final Thresholds SAVED = Thresholds.falling(0, 1);

    private FootprintBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-footprint",
                        "Fleet / Carbon and water",
                        "What placed work costs in carbon and water, against running it at home at once.")
                .over("now-24h", "now")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .row(
                        "In this time",
                        4,
                        saved("Carbon saved", "carbon_kg", Unit.KILOGRAM),
                        share(),
                        saved("Water saved", "water_l", Unit.LITRE),
                        energy())
                .row(
                        "Intensity",
                        8,
                        intensity("Carbon intensity", "carbon", Unit.GRAM_PER_KWH),
                        intensity("Water intensity", "water", Unit.LITRE_PER_KWH))
                .row("Where it is clean", 9, scatter(), byRegion())
                .row(
                        "Placed against baseline",
                        8,
                        over("carbon_kg", "Carbon", Unit.KILOGRAM),
                        over("water_l", "Water", Unit.LITRE),
                        budget())
                .row("Regions", 7, table());
    }

    private static Panel saved(String title, String what, Unit unit) {
        return Panel.figure(title)
                .says("What approved work would have cost at home at once, less what it costs where and when it was"
                        + " placed.")
                .in(unit)
                .coloured(SAVED)
                .ask(Query.instant(
                        orZero(grown(regions("fleet_baseline_" + what + "_total")) + " - "
                                + grown(regions("fleet_placed_" + what + "_total"))),
                        "saved"));
    }

    private static Panel share() {
        return Panel.figure("Share of carbon saved")
                .says("Of what the same work would have caused at home at once.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0, 0.1))
                .ask(Query.instant(
                        "1 - " + grown(regions("fleet_placed_carbon_kg_total")) + " / "
                                + grown(regions("fleet_baseline_carbon_kg_total")),
                        "saved"));
    }

    private static Panel energy() {
        return Panel.figure("Energy placed")
                .says("Energy of approved work, with the overhead of cooling.")
                .in(Unit.MEGAWATT_HOURS)
                .ask(Query.instant(orZero(grown(regions("fleet_placed_energy_mwh_total"))), "energy"));
    }

    private static Panel intensity(String title, String signal, Unit unit) {
        return Panel.lines(title)
                .says("As measured, and as foretold a day before. Work goes where and when it is low.")
                .in(unit)
                .ask(Query.range("max by (region) (" + regions("fleet_actual_" + signal) + ")", "{{region}}"))
                .ask(Query.range(
                        "max by (region) (" + regions("fleet_forecast_" + signal, "bound=\"point\"") + " offset 24h)",
                        "{{region}}, a day before"));
    }

    private static Panel scatter() {
        return Panel.scatter("Carbon against water", "carbon", "water")
                .says("Each region in its last hour: the lower left is where work costs least.")
                .in(Unit.NONE)
                .ask(Query.rows(
                        "/api/v1/regions",
                        "items",
                        Column.text("region", "region"),
                        Column.number("last.carbonGPerKwh", "carbon", Unit.GRAM_PER_KWH),
                        Column.number("last.waterLPerKwh", "water", Unit.LITRE_PER_KWH)));
    }

    private static Panel byRegion() {
        return Panel.bars("Energy placed by region")
                .says("Where approved work runs.")
                .in(Unit.MEGAWATT_HOURS)
                .ask(Query.instant(
                        "sum by (region) (increase(" + regions("fleet_placed_energy_mwh_total") + "[$__range]))",
                        "{{region}}"));
    }

    private static Panel over(String what, String title, Unit unit) {
        return Panel.lines(title + " per hour")
                .says(
                        "Of the work that was approved in each hour: as placed, and as it would have been at home at once.")
                .in(unit)
                .ask(Query.range("sum(increase(" + regions("fleet_placed_" + what + "_total") + "[1h]))", "placed"))
                .ask(Query.range(
                        "sum(increase(" + regions("fleet_baseline_" + what + "_total") + "[1h]))", "baseline"));
    }

    private static Panel budget() {
        return Panel.lines("Carbon of a day against its budget")
                .says("What was placed in the last 24 hours. The budget stands in the recording rules.")
                .in(Unit.KILOGRAM)
                .ask(Query.range(fleets("fleet:placed_carbon_kg:increase1d"), "{{fleet}}"))
                .ask(Query.range(fleets("fleet:carbon_budget_kg:per_day"), "budget"))
                .limit("budget");
    }

    private static Panel table() {
        return Panel.table("Savings by region")
                .says("Since the command center remembers: what would have run in each region, and what runs there.")
                .ask(Query.rows(
                        "/api/v1/savings",
                        "regions",
                        Column.text("region", "region"),
                        Column.number("originalWorkloads", "would have run", Unit.COUNT),
                        Column.number("optimisedWorkloads", "run", Unit.COUNT),
                        Column.number("original.carbonKg", "baseline carbon", Unit.KILOGRAM),
                        Column.number("optimised.carbonKg", "carbon", Unit.KILOGRAM),
                        Column.number("original.waterL", "baseline water", Unit.LITRE),
                        Column.number("optimised.waterL", "water", Unit.LITRE)));
    }
}
