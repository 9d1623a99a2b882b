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

/** Carbon and water of placed work, compared with running it immediately in its home region. */
final class FootprintBoard {

    /** Below zero, the placements caused more than they saved. */
    private static final Thresholds SAVED = Thresholds.falling(0, 1);

    private FootprintBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-footprint",
                        "Fleet / Carbon and water",
                        "Carbon and water of placed work, compared with running it immediately in its home region.")
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
                .row("By region", 9, scatter(), byRegion())
                .row(
                        "Placed, and baseline",
                        8,
                        over("carbon_kg", "Carbon", Unit.KILOGRAM),
                        over("water_l", "Water", Unit.LITRE),
                        budget())
                .row("Regions", 7, table());
    }

    private static Panel saved(String title, String what, Unit unit) {
        return Panel.figure(title)
                .describedAs(
                        "The baseline (the same work, immediately in its home region) less the footprint of the work as"
                                + " placed.")
                .in(unit)
                .coloured(SAVED)
                .query(Query.instant(
                        orZero(grown(regions("fleet_baseline_" + what + "_total")) + " - "
                                + grown(regions("fleet_placed_" + what + "_total"))),
                        "saved"));
    }

    private static Panel share() {
        return Panel.figure("Share of carbon saved")
                .describedAs("Share of the baseline: the same work, immediately in its home region.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0, 0.1))
                .query(Query.instant(
                        "1 - " + grown(regions("fleet_placed_carbon_kg_total")) + " / "
                                + grown(regions("fleet_baseline_carbon_kg_total")),
                        "saved"));
    }

    private static Panel energy() {
        return Panel.figure("Energy placed")
                .describedAs("Energy of approved work, including cooling.")
                .in(Unit.MEGAWATT_HOURS)
                .query(Query.instant(orZero(grown(regions("fleet_placed_energy_mwh_total"))), "energy"));
    }

    private static Panel intensity(String title, String signal, Unit unit) {
        return Panel.lines(title)
                .describedAs(
                        "Measured, and forecast a day before. The scheduler prefers regions and hours with low intensity.")
                .in(unit)
                .query(Query.range("max by (region) (" + regions("fleet_actual_" + signal) + ")", "{{region}}"))
                .query(Query.range(
                        "max by (region) (" + regions("fleet_forecast_" + signal, "bound=\"point\"") + " offset 24h)",
                        "{{region}}, forecast a day before"));
    }

    private static Panel scatter() {
        return Panel.scatter("Carbon against water", "carbon", "water")
                .describedAs("Each region in its last hour. Work has the smallest footprint at the lower left.")
                .in(Unit.NONE)
                .query(Query.rows(
                        "/api/v1/regions",
                        "items",
                        Column.text("region", "region"),
                        Column.number("last.carbonGPerKwh", "carbon", Unit.GRAM_PER_KWH),
                        Column.number("last.waterLPerKwh", "water", Unit.LITRE_PER_KWH)));
    }

    private static Panel byRegion() {
        return Panel.bars("Energy placed by region")
                .describedAs("Where approved work runs.")
                .in(Unit.MEGAWATT_HOURS)
                .query(Query.instant(
                        "sum by (region) (increase(" + regions("fleet_placed_energy_mwh_total") + "[$__range]))",
                        "{{region}}"));
    }

    private static Panel over(String what, String title, Unit unit) {
        return Panel.lines(title + " per hour")
                .describedAs(
                        "Of the work approved in each hour: as placed, and for running it immediately in its home region.")
                .in(unit)
                .query(Query.range("sum(increase(" + regions("fleet_placed_" + what + "_total") + "[1h]))", "placed"))
                .query(Query.range(
                        "sum(increase(" + regions("fleet_baseline_" + what + "_total") + "[1h]))", "baseline"));
    }

    private static Panel budget() {
        return Panel.lines("Carbon per day, and its budget")
                .describedAs("Carbon of the work placed in the last 24 hours. The recording rules define the budget.")
                .in(Unit.KILOGRAM)
                .query(Query.range(fleets("fleet:placed_carbon_kg:increase1d"), "{{fleet}}"))
                .query(Query.range(fleets("fleet:carbon_budget_kg:per_day"), "budget"))
                .limit("budget");
    }

    private static Panel table() {
        return Panel.table("Savings by region")
                .describedAs(
                        "Over the decisions that the command center keeps: the work that each region would have run, and the work that it runs.")
                .query(Query.rows(
                        "/api/v1/savings",
                        "regions",
                        Column.text("region", "region"),
                        Column.number("originalWorkloads", "baseline workloads", Unit.COUNT),
                        Column.number("optimisedWorkloads", "workloads", Unit.COUNT),
                        Column.number("original.carbonKg", "baseline carbon", Unit.KILOGRAM),
                        Column.number("optimised.carbonKg", "carbon", Unit.KILOGRAM),
                        Column.number("original.waterL", "baseline water", Unit.LITRE),
                        Column.number("optimised.waterL", "water", Unit.LITRE)));
    }
}
