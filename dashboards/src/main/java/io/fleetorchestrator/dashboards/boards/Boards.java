package io.fleetorchestrator.dashboards.boards;

import io.fleetorchestrator.dashboards.grafana.Dashboard;
import java.util.List;

/** All dashboards. */
public final class Boards {

    private Boards() {}

    public static List<Dashboard> all() {
        return List.of(
                RiskBoard.board(),
                FootprintBoard.board(),
                OutcomesBoard.board(),
                TrustBoard.board(),
                ExecutiveBoard.board(),
                OperationsBoard.board(),
                DeveloperBoard.board());
    }
}
