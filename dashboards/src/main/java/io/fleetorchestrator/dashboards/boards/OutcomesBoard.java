package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.decisions;
import static io.fleetorchestrator.dashboards.boards.Series.fleets;
import static io.fleetorchestrator.dashboards.boards.Series.grown;
import static io.fleetorchestrator.dashboards.boards.Series.orZero;
import static io.fleetorchestrator.dashboards.boards.Series.rate;
import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Query.Column;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** What became of the requests. */
final class OutcomesBoard {

    /** A decision costs two commit intervals, 0.2 s; five seconds raise an alert. */
    private static final Thresholds LATENCY = Thresholds.rising(1, 5);

    private static final String APPROVED = "verdict=\"APPROVED\"";
    private static final String BLOCKED = "verdict=\"BLOCKED\"";

    private OutcomesBoard() {}

    static Dashboard board() {
        return Dashboard.of("fleet-outcomes", "Fleet / Scheduler outcomes", "What became of the requests, and why.")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .row("In this time", 4, approved(), blocked(), SharedPanels.blockedShare(), latency(), placements())
                .row("Verdicts", 8, verdicts(), reasons(), byRegion())
                .row("How close it was", 8, margins(), SharedPanels.headroom(), committed())
                .row("How fast it was", 8, latencies(), processing())
                .row("Decisions", 10, table());
    }

    private static Panel approved() {
        return Panel.figure("Approved")
                .says("Requests that got a place.")
                .in(Unit.COUNT)
                .ask(Query.instant(orZero(grown(decisions(APPROVED))), "approved"));
    }

    private static Panel blocked() {
        return Panel.figure("Blocked")
                .says("Requests that got none; each was told why and what would have worked.")
                .in(Unit.COUNT)
                .ask(Query.instant(orZero(grown(decisions(BLOCKED))), "blocked"));
    }

    private static Panel latency() {
        return Panel.figure("Latency, 99 %")
                .says("From when a request says it was submitted until it was decided. Replayed requests are old.")
                .in(Unit.SECONDS)
                .coloured(LATENCY)
                .ask(Query.instant(
                        "histogram_quantile(0.99, sum by (le) (increase(fleet_decision_latency_seconds_bucket[$__range])))",
                        "99 %"));
    }

    private static Panel placements() {
        return Panel.figure("Workloads placed")
                .says("Workloads that run now or will run.")
                .in(Unit.COUNT)
                .ask(Query.range("sum(" + fleets("fleet_placements") + ")", "placed"));
    }

    private static Panel verdicts() {
        return Panel.stack("Decisions by verdict")
                .says("Requests decided per second. Dry runs are not counted.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(rate("verdict", decisions()), "{{verdict}}"));
    }

    private static Panel reasons() {
        return Panel.stack("Why requests were blocked")
                .says("A request counts once for each of its reasons. docs/decisions.md tells what they mean.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(rate("reason", fleets("fleet_blocks_total")), "{{reason}}"));
    }

    private static Panel byRegion() {
        return Panel.bars("Approved by region")
                .says("Where approved work was placed.")
                .in(Unit.COUNT)
                .ask(Query.instant(
                        "sum by (region) (increase(" + decisions(APPROVED, "region=~\"$region\"") + "[$__range]))",
                        "{{region}}"));
    }

    private static Panel margins() {
        return Panel.bars("Margin of decisions")
                .says(
                        "Degrees between limit and bound in the hour that bound: of the placement, or of the best of the"
                                + " slots that would not do. Approvals crowded near zero mean that bounds are used to the full.")
                .in(Unit.COUNT)
                .ask(Query.instant(
                        "sum by (verdict, celsius) (increase(" + fleets("fleet_decision_margins_total")
                                + "[$__range]))",
                        "{{verdict}} {{celsius}} °C"));
    }

    private static Panel committed() {
        return Panel.lines("Committed")
                .says("Power that approved work takes in the next hour.")
                .in(Unit.MEGAWATT)
                .ask(Query.range("max by (region) (" + regions("fleet_committed_power_mw") + ")", "{{region}}"));
    }

    private static Panel latencies() {
        return Panel.lines("Time to a decision")
                .says("From when a request says it was submitted until it was decided.")
                .in(Unit.SECONDS)
                .coloured(LATENCY)
                .ask(quantile("0.5", "fleet_decision_latency_seconds_bucket", "half"))
                .ask(quantile("0.95", "fleet_decision_latency_seconds_bucket", "95 %"))
                .ask(quantile("0.99", "fleet_decision_latency_seconds_bucket", "99 %"));
    }

    private static Panel processing() {
        return Panel.lines("Time to take in an event")
                .says("The scheduler's own work on a request, forecast or profile, without waiting and commits.")
                .in(Unit.SECONDS)
                .ask(quantile("0.5", "fleet_event_processing_seconds_bucket", "half"))
                .ask(quantile("0.99", "fleet_event_processing_seconds_bucket", "99 %"));
    }

    private static Query quantile(String share, String buckets, String legend) {
        return Query.range(
                "histogram_quantile(" + share + ", sum by (le) (rate(" + buckets + "[$__rate_interval])))", legend);
    }

    private static Panel table() {
        return Panel.table("Newest decisions")
                .says("Newest first, with the first reason of those that were blocked.")
                .ask(Query.rows(
                        "/api/v1/grafana/decisions?limit=200",
                        "rows",
                        Column.time("time", "decided"),
                        Column.text("verdict", "verdict"),
                        Column.text("name", "workload"),
                        Column.text("tenant", "tenant"),
                        Column.number("powerMw", "power", Unit.MEGAWATT),
                        Column.number("durationHours", "hours", Unit.COUNT),
                        Column.text("region", "region"),
                        Column.time("startsAt", "starts"),
                        Column.text("risk", "risk"),
                        Column.number("marginC", "margin", Unit.CELSIUS),
                        Column.number("carbonSavedKg", "carbon saved", Unit.KILOGRAM),
                        Column.number("waterSavedL", "water saved", Unit.LITRE),
                        Column.text("reason", "reason")));
    }
}
