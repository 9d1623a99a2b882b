package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A variable that the viewer selects at the top of a dashboard. */
public sealed interface Variable {

    ObjectNode json();

    /** Values of a label, several or all of them. */
    static Variable label(String name, String title, String series) {
        return new Label(name, title, series);
    }

    /** One of a few. */
    static Variable choice(String name, String title, String... values) {
        return new Choice(name, title, String.join(",", values), values[0]);
    }

    /** A figure that the viewer enters. */
    static Variable figure(String name, String title, String first) {
        return new Figure(name, title, first);
    }

    /** The datasource of a type. */
    record Datasource(Source source) implements Variable {

        @Override
        public ObjectNode json() {
            return named("datasource", source.variable(), source == Source.PROMETHEUS ? "Prometheus" : "Command center")
                    .put("query", source.plugin())
                    .put("refresh", 1)
                    .put("regex", "");
        }
    }

    /** See {@link #label}. */
    record Label(String name, String title, String series) implements Variable {

        @Override
        public ObjectNode json() {
            var values = "label_values(" + series + ", " + name + ")";
            var json = named("query", name, title)
                    // On every change of the time range, because regions are added and removed.
                    .put("refresh", 2)
                    .put("sort", 1)
                    .put("multi", true)
                    .put("includeAll", true)
                    .put("allValue", ".+")
                    .put("regex", "");
            json.set("datasource", Source.PROMETHEUS.json());
            json.putObject("query").put("query", values).put("refId", "variable");
            return current(json, "All", "$__all");
        }
    }

    /** See {@link #choice}. */
    record Choice(String name, String title, String values, String first) implements Variable {

        @Override
        public ObjectNode json() {
            return current(named("custom", name, title).put("query", values).put("multi", false), first, first);
        }
    }

    /** See {@link #figure}. */
    record Figure(String name, String title, String first) implements Variable {

        @Override
        public ObjectNode json() {
            return current(named("textbox", name, title).put("query", first), first, first);
        }
    }

    private static ObjectNode named(String type, String name, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("name", name)
                .put("label", title);
    }

    private static ObjectNode current(ObjectNode json, String text, String value) {
        json.putObject("current").put("text", text).put("value", value);
        return json;
    }
}
