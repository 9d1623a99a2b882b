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

/** Requests and their decisions. */
final class OutcomesBoard {

    /** A decision takes two commit intervals, 0.2 s; five seconds raise an alert. */
    private static final Thresholds LATENCY = Thresholds.rising(1, 5);

    private static final String APPROVED = "verdict=\"APPROVED\"";
    private static final String BLOCKED = "verdict=\"BLOCKED\"";

    private OutcomesBoard() {}

    static Dashboard board() {
        return Dashboard.of(
                        "fleet-outcomes",
                        "Fleet / Scheduler outcomes",
                        "Requests by verdict and reason, and how long decisions take.")
                .choose(Choices.FLEET)
                .choose(Choices.REGION)
                .row("Selected range", 4, approved(), blocked(), SharedPanels.blockedShare(), latency(), placements())
                .row("Verdicts", 8, verdicts(), reasons(), byRegion())
                .row("Margins and headroom", 8, margins(), SharedPanels.headroom(), committed())
                .row("Latency", 8, latencies(), processing())
                .row("Decisions", 10, table());
    }

    private static Panel approved() {
        return Panel.figure("Approved")
                .describedAs("Requests that were approved.")
                .in(Unit.COUNT)
                .query(Query.instant(orZero(grown(decisions(APPROVED))), "approved"));
    }

    private static Panel blocked() {
        return Panel.figure("Blocked")
                .describedAs(
                        "Requests that were blocked. Each decision has its reasons and, where there is one, a counter-offer.")
                .in(Unit.COUNT)
                .query(Query.instant(orZero(grown(decisions(BLOCKED))), "blocked"));
    }

    private static Panel latency() {
        return Panel.figure("Latency, 99 %")
                .describedAs(
                        "From submittedAt of the request to its decision. Replayed requests have an old submittedAt.")
                .in(Unit.SECONDS)
                .coloured(LATENCY)
                .query(Query.instant(
                        "histogram_quantile(0.99, sum by (le) (increase(fleet_decision_latency_seconds_bucket[$__range])))",
                        "99 %"));
    }

    private static Panel placements() {
        return Panel.figure("Workloads placed")
                .describedAs("Workloads that run now or will run.")
                .in(Unit.COUNT)
                .query(Query.range("sum(" + fleets("fleet_placements") + ")", "placed"));
    }

    private static Panel verdicts() {
        return Panel.stack("Decisions by verdict")
                .describedAs("Requests decided per second. Dry runs are not counted.")
                .in(Unit.PER_SECOND)
                .query(Query.range(rate("verdict", decisions()), "{{verdict}}"));
    }

    private static Panel reasons() {
        return Panel.stack("Why requests were blocked")
                .describedAs("A request counts once for each of its reasons. docs/decisions.md explains them.")
                .in(Unit.PER_SECOND)
                .query(Query.range(rate("reason", fleets("fleet_blocks_total")), "{{reason}}"));
    }

    private static Panel byRegion() {
        return Panel.bars("Approved by region")
                .describedAs("Where approved work was placed.")
                .in(Unit.COUNT)
                .query(Query.instant(
                        "sum by (region) (increase(" + decisions(APPROVED, "region=~\"$region\"") + "[$__range]))",
                        "{{region}}"));
    }

    private static Panel margins() {
        return Panel.bars("Margins of decisions")
                .describedAs(
                        "Degrees between the limit and the upper bound in the tightest hour of the placement or, if the"
                                + " request was blocked, of the best slot. Many approvals near zero mean that little headroom is left.")
                .in(Unit.COUNT)
                .query(Query.instant(
                        "sum by (verdict, celsius) (increase(" + fleets("fleet_decision_margins_total")
                                + "[$__range]))",
                        "{{verdict}} {{celsius}} °C"));
    }

    private static Panel committed() {
        return Panel.lines("Committed")
                .describedAs("Power committed to approved work in the next hour.")
                .in(Unit.MEGAWATT)
                .query(Query.range("max by (region) (" + regions("fleet_committed_power_mw") + ")", "{{region}}"));
    }

    private static Panel latencies() {
        return Panel.lines("Time to a decision")
                .describedAs("From submittedAt of the request to its decision.")
                .in(Unit.SECONDS)
                .coloured(LATENCY)
                .query(quantile("0.5", "fleet_decision_latency_seconds_bucket", "median"))
                .query(quantile("0.95", "fleet_decision_latency_seconds_bucket", "95 %"))
                .query(quantile("0.99", "fleet_decision_latency_seconds_bucket", "99 %"));
    }

    private static Panel processing() {
        return Panel.lines("Processing time of an event")
                .describedAs(
                        "Time that the scheduler computes on a request, forecast or profile, without queueing and commits.")
                .in(Unit.SECONDS)
                .query(quantile("0.5", "fleet_event_processing_seconds_bucket", "median"))
                .query(quantile("0.99", "fleet_event_processing_seconds_bucket", "99 %"));
    }

    private static Query quantile(String share, String buckets, String legend) {
        return Query.range(
                "histogram_quantile(" + share + ", sum by (le) (rate(" + buckets + "[$__rate_interval])))", legend);
    }

    private static Panel table() {
        return Panel.table("Newest decisions")
                .describedAs("Newest first. Blocked requests show their first reason.")
                .query(Query.rows(
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
