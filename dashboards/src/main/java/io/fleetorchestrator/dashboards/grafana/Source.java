package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The type of datasource of a panel; a variable of the dashboard selects the datasource. */
public enum Source {
    /** Metrics of the services. */
    PROMETHEUS("prometheus", "prometheus"),
    /** Rows of the command center: data that a time series database cannot store, such as forecasts. */
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
