package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.decisions;
import static io.fleetorchestrator.dashboards.boards.Series.fleets;
import static io.fleetorchestrator.dashboards.boards.Series.grown;
import static io.fleetorchestrator.dashboards.boards.Series.orZero;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;
import io.fleetorchestrator.dashboards.grafana.Variable;

/** What the fleet achieved, in a few figures. */
final class ExecutiveBoard {

    private static final Thresholds SAVED = Thresholds.falling(0, 1);

    private ExecutiveBoard() {}

    static Dashboard board() {
        return Dashboard.of("fleet-executive", "Fleet / Executive", "What the fleet achieved, in a few figures.")
                .over("now-7d", "now")
                .choose(Choices.FLEET)
                .choose(Variable.figure("carbon_price", "€ per tonne of CO₂", "75"))
                .choose(Variable.figure("water_price", "€ per m³ of water", "3"))
                .row("Achieved", 5, energy(), carbon(), water(), cost())
                .row("Promises", 5, breaches(), promise(), approved())
                .row("Over time", 8, carbonByDay(), verdicts())
                .row("By day", 8, days());
    }

    private static Panel energy() {
        return Panel.figure("Energy placed")
                .describedAs("Energy of approved work, including cooling.")
                .in(Unit.MEGAWATT_HOURS)
                .query(Query.instant(orZero(grown(fleets("fleet_placed_energy_mwh_total"))), "energy"));
    }

    private static Panel carbon() {
        return Panel.figure("Carbon avoided")
                .describedAs("Compared with running the same work immediately in its home region.")
                .in(Unit.KILOGRAM)
                .coloured(SAVED)
                .query(Query.instant(orZero(avoided("carbon_kg")), "avoided"));
    }

    private static Panel water() {
        return Panel.figure("Water saved")
                .describedAs(
                        "Compared with running the same work immediately in its home region. It may be negative if the"
                                + " policy weighs carbon more than water.")
                .in(Unit.LITRE)
                .coloured(SAVED)
                .query(Query.instant(orZero(avoided("water_l")), "saved"));
    }

    private static Panel cost() {
        return Panel.figure("Cost avoided")
                .describedAs("Carbon and water avoided, at the prices above. Power prices are not included.")
                .in(Unit.EURO)
                .coloured(SAVED)
                .query(Query.instant(
                        orZero("(" + avoided("carbon_kg") + ") / 1000 * $carbon_price + (" + avoided("water_l")
                                + ") / 1000 * $water_price"),
                        "avoided"));
    }

    private static String avoided(String what) {
        return grown(fleets("fleet_baseline_" + what + "_total")) + " - "
                + grown(fleets("fleet_placed_" + what + "_total"));
    }

    private static Panel breaches() {
        return Panel.figure("Hours above the limit where work was placed")
                .describedAs("Each such hour breaks the bound; at 95 % confidence, one hour in twenty may.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 2))
                .query(Query.instant(
                        orZero("sum(count_over_time((" + fleets("fleet_region:approved_excess_celsius:max")
                                + " > 0)[$__range:1h]))"),
                        "hours"));
    }

    private static Panel promise() {
        return Panel.figure("Upper-bound coverage, temperature")
                .describedAs("Share of hours below the upper bound, over all regions. Promised: 95 %.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0.80, 0.92))
                .between(0, 1)
                .query(Query.range(
                        "avg("
                                + fleets(
                                        "fleet_coverage", "signal=\"temperature\"", "bound=\"upper\"", "window=\"all\"")
                                + ")",
                        "coverage"));
    }

    private static Panel approved() {
        return Panel.figure("Requests approved")
                .describedAs("Share of the requests that were approved.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0.5, 0.75))
                .between(0, 1)
                .query(Query.instant(
                        grown(decisions("verdict=\"APPROVED\"")) + " / " + grown(decisions()), "approved"));
    }

    private static Panel carbonByDay() {
        return Panel.lines("Carbon per day")
                .describedAs(
                        "Carbon of the work approved in the 24 hours before: as placed, and for running it immediately in its"
                                + " home region (baseline).")
                .in(Unit.KILOGRAM)
                .query(Query.range("sum(" + fleets("fleet:placed_carbon_kg:increase1d") + ")", "placed"))
                .query(Query.range("sum(" + fleets("fleet:baseline_carbon_kg:increase1d") + ")", "baseline"));
    }

    private static Panel verdicts() {
        return Panel.stack("Requests")
                .describedAs("Requests decided per second.")
                .in(Unit.PER_SECOND)
                .query(Query.range("sum by (verdict) (" + fleets("fleet:decisions:rate5m") + ")", "{{verdict}}"));
    }

    private static Panel days() {
        return Panel.table("Savings by day")
                .describedAs("Over the decisions that the command center keeps, by day of decision.")
                .query(Query.rows(
                        "/api/v1/savings",
                        "days",
                        Column.time("day", "day"),
                        Column.number("original.energyMwh", "baseline energy", Unit.MEGAWATT_HOURS),
                        Column.number("optimised.energyMwh", "energy", Unit.MEGAWATT_HOURS),
                        Column.number("original.carbonKg", "baseline carbon", Unit.KILOGRAM),
                        Column.number("optimised.carbonKg", "carbon", Unit.KILOGRAM),
                        Column.number("original.waterL", "baseline water", Unit.LITRE),
                        Column.number("optimised.waterL", "water", Unit.LITRE)));
    }
}
