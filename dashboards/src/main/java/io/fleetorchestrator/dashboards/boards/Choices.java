package io.fleetorchestrator.dashboards.boards;

import io.fleetorchestrator.dashboards.grafana.Variable;

/** Variables that several dashboards share. */
final class Choices {

    static final Variable FLEET = Variable.label("fleet", "Fleet", "fleet_region_limit_celsius");
    static final Variable REGION = Variable.label("region", "Region", "fleet_region_limit_celsius{fleet=~\"$fleet\"}");
    static final Variable SERVICE = Variable.label("service", "Service", "fleet_build_info");

    private Choices() {}
}
