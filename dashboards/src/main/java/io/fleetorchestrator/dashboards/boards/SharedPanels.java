package io.fleetorchestrator.dashboards.boards;

import static io.fleetorchestrator.dashboards.boards.Series.fleets;
import static io.fleetorchestrator.dashboards.boards.Series.regions;

import io.fleetorchestrator.dashboards.grafana.Panel;
import io.fleetorchestrator.dashboards.grafana.Query;
import io.fleetorchestrator.dashboards.grafana.Thresholds;
import io.fleetorchestrator.dashboards.grafana.Unit;

/** Panels that more than one dashboard shows. */
final class SharedPanels {

    private SharedPanels() {}

    static Panel blockedShare() {
        return Panel.figure("Blocked, last half hour")
                .describedAs("Share of the requests that were blocked.")
                .in(Unit.SHARE)
                .coloured(Thresholds.rising(0.25, 0.5))
                .between(0, 1)
                .query(Query.range("max(" + fleets("fleet:blocked:ratio30m") + ")", "blocked"));
    }

    static Panel headroom() {
        return Panel.lines("Headroom by region")
                .describedAs(
                        "Power that can still be placed in the next hour: the smaller of the limits by heat and by capacity.")
                .in(Unit.MEGAWATT)
                .coloured(Thresholds.falling(0, 10))
                .query(Query.range("min by (region) (" + regions("fleet_headroom_power_mw") + ")", "{{region}}"));
    }
}
