package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A query of a panel. */
public sealed interface Query {

    Source source();

    /** As a target of a panel. */
    ObjectNode json();

    /** Series over time. */
    static Query range(String expr, String legend) {
        return new Prometheus(expr, legend, false);
    }

    /** The current values. */
    static Query instant(String expr, String legend) {
        return new Prometheus(expr, legend, true);
    }

    /** Rows of the command center, found in {@code rows} of its response. */
    static Query rows(String path, String rows, Column... columns) {
        return new Rows(path, rows, List.of(columns));
    }

    /** A query to Prometheus. */
    record Prometheus(String expr, String legend, boolean instant) implements Query {

        @Override
        public Source source() {
            return Source.PROMETHEUS;
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("expr", expr)
                    .put("legendFormat", legend)
                    .put("instant", instant)
                    .put("range", !instant)
                    .put("editorMode", "code")
                    .put("format", "time_series");
        }
    }

    /** A query to the command center. */
    record Rows(String path, String rows, List<Column> columns) implements Query {

        @Override
        public Source source() {
            return Source.INFINITY;
        }

        @Override
        public ObjectNode json() {
            var json = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "json")
                    .put("source", "url")
                    .put("parser", "backend")
                    .put("format", "table")
                    .put("url", path)
                    .put("root_selector", rows);
            json.putObject("url_options").put("method", "GET").put("data", "");
            var list = json.putArray("columns");
            columns.forEach(column -> list.add(column.json()));
            json.putArray("filters");
            return json;
        }
    }

    /**
     * A column of rows.
     *
     * @param selector where in a row it is
     */
    record Column(String selector, String title, String type, Unit unit) {

        public static Column text(String selector, String title) {
            return new Column(selector, title, "string", Unit.NONE);
        }

        public static Column time(String selector, String title) {
            return new Column(selector, title, "timestamp", Unit.NONE);
        }

        public static Column number(String selector, String title, Unit unit) {
            return new Column(selector, title, "number", unit);
        }

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("selector", selector)
                    .put("text", title)
                    .put("type", type);
        }
    }
}
