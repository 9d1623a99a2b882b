package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.rate;

import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** What the command center tells of itself. */
final class CenterPanels {

    private CenterPanels() {}

    static Panel answers() {
        return Panel.stack("Answers")
                .says("Calls of the API and the page, by status. 5xx are ours, 4xx the caller's.")
                .in(Unit.PER_SECOND)
                .ask(Query.range(rate("status", "fleet_center_requests_seconds_count"), "{{status}}"));
    }

    static Panel slowAnswers() {
        return Panel.lines("Slow answers")
                .says(
                        "99 of 100 answers are quicker. A request that waits for its decision takes as long as that does.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(1, 10))
                .ask(Query.range(
                        "histogram_quantile(0.99, " + rate("le, route", "fleet_center_requests_seconds_bucket") + ")",
                        "{{route}}"));
    }

    static Panel behind() {
        return Panel.lines("Behind the topics")
                .says("Records that are not in the read model yet. What the page shows is as old as they are.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1_000, 10_000))
                .ask(Query.range("max by (instance) (fleet_center_lag)", "{{instance}}"));
    }

    static Panel kept() {
        return Panel.lines("Kept")
                .says("Entries of the read model, of the instance that keeps most. Each kind has a limit.")
                .in(Unit.COUNT)
                .ask(Query.range("max by (what) (fleet_center_kept)", "{{what}}"));
    }

    static Panel listeners() {
        return Panel.lines("Listeners")
                .says("Open pages and others that listen to events.")
                .in(Unit.COUNT)
                .ask(Query.range("sum by (instance) (fleet_center_listeners)", "{{instance}}"));
    }
}
