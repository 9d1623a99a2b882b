package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** One panel with its queries; each factory method is named after its visualization. */
public final class Panel {

    private final Visualization visualization;
    private final String title;
    private final List<Query> queries = new ArrayList<>();
    private final List<ObjectNode> overrides = new ArrayList<>();
    private final List<Consumer<ObjectNode>> touches = new ArrayList<>();
    private String description = "";
    private Unit unit = Unit.NONE;
    private Thresholds thresholds = Thresholds.neutral();
    private Optional<String> repeat = Optional.empty();
    private OptionalDouble min = OptionalDouble.empty();
    private OptionalDouble max = OptionalDouble.empty();

    private Panel(Visualization visualization, String title) {
        this.visualization = visualization;
        this.title = title;
    }

    public static Panel lines(String title) {
        return new Panel(Visualization.LINES, title);
    }

    public static Panel stack(String title) {
        return new Panel(Visualization.STACK, title);
    }

    public static Panel figure(String title) {
        return new Panel(Visualization.FIGURE, title);
    }

    public static Panel bars(String title) {
        return new Panel(Visualization.BARS, title);
    }

    public static Panel table(String title) {
        return new Panel(Visualization.TABLE, title);
    }

    /** Points by two columns of rows. */
    public static Panel scatter(String title, String x, String y) {
        var panel = new Panel(Visualization.SCATTER, title);
        panel.touches.add(json -> {
            var series = ((ArrayNode) json.at("/options/series")).addObject();
            matching(series.putObject("x"), x);
            matching(series.putObject("y"), y);
        });
        return panel;
    }

    /** What the panel shows, and how to read it. */
    public Panel describedAs(String text) {
        description = text.strip().replaceAll("\\s+", " ");
        return this;
    }

    public Panel in(Unit measured) {
        unit = measured;
        return this;
    }

    public Panel coloured(Thresholds by) {
        thresholds = by;
        return this;
    }

    public Panel between(double least, double most) {
        min = OptionalDouble.of(least);
        max = OptionalDouble.of(most);
        return this;
    }

    public Panel query(Query query) {
        queries.add(query);
        return this;
    }

    /** Once for each chosen value of a variable. */
    public Panel forEach(String variable) {
        repeat = Optional.of(variable);
        return this;
    }

    /** Fills the space between two series, and draws neither of them. */
    public Panel band(String upper, String lower) {
        override(upper).add(property("custom.fillBelowTo", JsonNodeFactory.instance.textNode(lower)));
        override(upper).add(property("custom.fillOpacity", JsonNodeFactory.instance.numberNode(20)));
        List.of(upper, lower)
                .forEach(series ->
                        override(series).add(property("custom.lineWidth", JsonNodeFactory.instance.numberNode(0))));
        return this;
    }

    /** Draws a series as a dashed red line. */
    public Panel limit(String series) {
        var dashes = JsonNodeFactory.instance.objectNode().put("fill", "dash");
        dashes.putArray("dash").add(8).add(8);
        var red = JsonNodeFactory.instance.objectNode().put("mode", "fixed").put("fixedColor", "red");
        override(series).add(property("custom.lineStyle", dashes)).add(property("color", red));
        return this;
    }

    ObjectNode json(int id, ObjectNode position) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", visualization.type())
                .put("title", title)
                .put("description", description);
        json.set("datasource", queries.get(0).source().json());
        json.set("gridPos", position);
        repeat.ifPresent(variable ->
                json.put("repeat", variable).put("repeatDirection", "h").put("maxPerRow", 3));
        targets(json.putArray("targets"));
        fields(json.putObject("fieldConfig"));
        json.set("options", visualization.options());
        touches.forEach(touch -> touch.accept(json));
        return json;
    }

    private void targets(ArrayNode targets) {
        for (int i = 0; i < queries.size(); i++) {
            var query = queries.get(i);
            var target = query.json().put("refId", String.valueOf((char) ('A' + i)));
            target.set("datasource", query.source().json());
            targets.add(target);
        }
    }

    private void fields(ObjectNode config) {
        var defaults = config.putObject("defaults").put("unit", unit.id());
        min.ifPresent(least -> defaults.put("min", least));
        max.ifPresent(most -> defaults.put("max", most));
        defaults.set("thresholds", thresholds.json());
        defaults.putObject("color")
                .put(
                        "mode",
                        visualization == Visualization.FIGURE || visualization == Visualization.BARS
                                ? "thresholds"
                                : "palette-classic");
        defaults.set("custom", visualization.custom());
        queries.forEach(this::columnUnits);
        config.putArray("overrides").addAll(overrides);
    }

    private void columnUnits(Query query) {
        if (query instanceof Query.Rows rows) {
            rows.columns().stream()
                    .filter(column -> column.unit() != Unit.NONE)
                    .forEach(column -> override(column.title())
                            .add(property(
                                    "unit",
                                    JsonNodeFactory.instance.textNode(
                                            column.unit().id()))));
        }
    }

    private ArrayNode override(String series) {
        var override = JsonNodeFactory.instance.objectNode();
        override.putObject("matcher").put("id", "byName").put("options", series);
        overrides.add(override);
        return override.putArray("properties");
    }

    private static ObjectNode property(String id, JsonNode value) {
        var property = JsonNodeFactory.instance.objectNode().put("id", id);
        property.set("value", value);
        return property;
    }

    private static void matching(ObjectNode axis, String field) {
        axis.putObject("matcher").put("id", "byName").put("options", field);
    }
}
