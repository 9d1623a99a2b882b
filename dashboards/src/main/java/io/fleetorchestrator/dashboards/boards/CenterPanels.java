package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.rate;

import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** Panels about the command center. */
final class CenterPanels {

    private CenterPanels() {}

    static Panel answers() {
        return Panel.stack("Responses")
                .describedAs(
                        "Requests to the API and the page, by status: 5xx are failures of the command center, 4xx errors of the client.")
                .in(Unit.PER_SECOND)
                .query(Query.range(rate("status", "fleet_center_requests_seconds_count"), "{{status}}"));
    }

    static Panel slowAnswers() {
        return Panel.lines("Slow responses")
                .describedAs("99th percentile. A request with wait takes as long as its decision.")
                .in(Unit.SECONDS)
                .coloured(Thresholds.rising(1, 10))
                .query(Query.range(
                        "histogram_quantile(0.99, " + rate("le, route", "fleet_center_requests_seconds_bucket") + ")",
                        "{{route}}"));
    }

    static Panel behind() {
        return Panel.lines("Lag of the read model")
                .describedAs("Records that are not in the read model yet; the page does not show them.")
                .in(Unit.COUNT)
                .coloured(Thresholds.rising(1_000, 10_000))
                .query(Query.range("max by (instance) (fleet_center_lag)", "{{instance}}"));
    }

    static Panel kept() {
        return Panel.lines("Entries kept")
                .describedAs("Entries of the read model, in the instance with the most. Each kind has a limit.")
                .in(Unit.COUNT)
                .query(Query.range("max by (what) (fleet_center_kept)", "{{what}}"));
    }

    static Panel listeners() {
        return Panel.lines("Event subscribers")
                .describedAs("Open pages and other clients that are subscribed to events.")
                .in(Unit.COUNT)
                .query(Query.range("sum by (instance) (fleet_center_listeners)", "{{instance}}"));
    }
}
