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
                .row("Kept", 5, breaches(), promise(), approved())
                .row("Over time", 8, carbonByDay(), verdicts())
                .row("By day", 8, days());
    }

    private static Panel energy() {
        return Panel.figure("Energy placed")
                .says("Energy of approved work, with the overhead of cooling.")
                .in(Unit.MEGAWATT_HOURS)
                .ask(Query.instant(orZero(grown(fleets("fleet_placed_energy_mwh_total"))), "energy"));
    }

    private static Panel carbon() {
        return Panel.figure("Carbon avoided")
                .says("Against running the same work at home at once.")
                .in(Unit.KILOGRAM)
                .coloured(SAVED)
                .ask(Query.instant(orZero(avoided("carbon_kg")), "avoided"));
    }

    private static Panel water() {
        return Panel.figure("Water saved")
                .says(
                        "Against running the same work at home at once. Where carbon weighs more than water in the policy,"
                                + " this may be below zero.")
                .in(Unit.LITRE)
                .coloured(SAVED)
                .ask(Query.instant(orZero(avoided("water_l")), "saved"));
    }

    private static Panel cost() {
        return Panel.figure("Cost avoided")
                .says("Carbon and water avoided, at the prices above. Prices of power are not known here.")
                .in(Unit.EURO)
                .coloured(SAVED)
                .ask(Query.instant(
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
                .says("Every one breaks the promise; one hour in twenty may.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1, 2))
                .ask(Query.instant(
                        orZero("sum(count_over_time((" + fleets("fleet_region:approved_excess_celsius:max")
                                + " > 0)[$__range:1h]))"),
                        "hours"));
    }

    private static Panel promise() {
        return Panel.figure("Temperature bounds kept")
                .says("Share of hours below the bound that decided, over all regions. Promised: 95 %.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0.80, 0.92))
                .between(0, 1)
                .ask(Query.range(
                        "avg("
                                + fleets(
                                        "fleet_coverage", "signal=\"temperature\"", "bound=\"upper\"", "window=\"all\"")
                                + ")",
                        "kept"));
    }

    private static Panel approved() {
        return Panel.figure("Requests approved")
                .says("Share of the requests that got a place.")
                .in(Unit.SHARE)
                .coloured(Thresholds.falling(0.5, 0.75))
                .between(0, 1)
                .ask(Query.instant(grown(decisions("verdict=\"APPROVED\"")) + " / " + grown(decisions()), "approved"));
    }

    private static Panel carbonByDay() {
        return Panel.lines("Carbon of a day")
                .says("Of the work approved in the 24 hours before: as placed, and as it would have been at home at"
                        + " once.")
                .in(Unit.KILOGRAM)
                .ask(Query.range("sum(" + fleets("fleet:placed_carbon_kg:increase1d") + ")", "placed"))
                .ask(Query.range("sum(" + fleets("fleet:baseline_carbon_kg:increase1d") + ")", "baseline"));
    }

    private static Panel verdicts() {
        return Panel.stack("Requests")
                .says("Requests decided per second.")
                .in(Unit.PER_SECOND)
                .ask(Query.range("sum by (verdict) (" + fleets("fleet:decisions:rate5m") + ")", "{{verdict}}"));
    }

    private static Panel days() {
        return Panel.table("Savings by day")
                .says("What the command center remembers, by the day of the decision.")
                .ask(Query.rows(
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
