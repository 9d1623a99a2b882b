package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Marks on the time axis of every panel: alerts, advisories, and when requests were blocked. */
final class Annotations {

    private static final String BLOCKED = "sum by (fleet, reason) (increase(fleet_blocks_total[$__rate_interval])) > 0";
    private static final String ALERTS = "ALERTS{alertname=~\"Fleet.+\", alertstate=\"firing\"}";

    private Annotations() {}

    static ArrayNode json() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(prometheus("Alerts", "red", ALERTS, "{{alertname}}", "{{fleet}} {{region}} {{service}}"))
                .add(prometheus("Blocked requests", "orange", BLOCKED, "Blocked", "{{fleet}}: {{reason}}"))
                .add(advisories());
    }

    private static ObjectNode prometheus(String name, String colour, String expr, String title, String text) {
        var json = annotation(name, colour, Source.PROMETHEUS)
                .put("expr", expr)
                .put("titleFormat", title)
                .put("textFormat", text)
                .put("step", "60s");
        json.putObject("target").put("refId", name).put("expr", expr);
        return json;
    }

    private static ObjectNode advisories() {
        var rows = Query.rows(
                "/api/v1/grafana/annotations?limit=200",
                "rows",
                Query.Column.time("time", "time"),
                Query.Column.text("text", "text"),
                Query.Column.text("kind", "tags"));
        var json = annotation("Advisories", "purple", Source.INFINITY);
        json.set("target", rows.json().put("refId", "Advisories"));
        return json;
    }

    /** Advisories are off by default: too many marks hide the panels. */
    private static ObjectNode annotation(String name, String colour, Source source) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("enable", source == Source.PROMETHEUS)
                .put("hide", false)
                .put("iconColor", colour);
        json.set("datasource", source.json());
        return json;
    }
}
