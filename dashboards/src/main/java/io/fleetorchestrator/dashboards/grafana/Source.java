package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a panel's data comes from; which one of that type is a variable of the dashboard. */
public enum Source {
    /** Metrics of the services. */
    PROMETHEUS("prometheus", "prometheus"),
    /** Rows of the command center: what a time series database cannot hold, such as the future. */
    INFINITY("infinity", "yesoreyeram-infinity-datasource");

    private final String variable;
    private final String plugin;

    Source(String variable, String plugin) {
        this.variable = variable;
        this.plugin = plugin;
    }

    String variable() {
        return variable;
    }

    String plugin() {
        return plugin;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("type", plugin).put("uid", "${" + variable + "}");
    }
}
