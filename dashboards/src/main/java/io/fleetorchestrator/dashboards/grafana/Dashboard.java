package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A page of panels. Its uid is part of bookmarked addresses, so it must not change. */
public final class Dashboard {

    /** That of Grafana 11, the oldest supported version; newer versions migrate the JSON. */
    private static final int SCHEMA = 39;

    private static final int COLUMNS = 24;
    private static final String TAG = "fleet-orchestrator";

    /** A row of panels of one height, which share the width evenly. */
    private record Row(String title, int height, List<Panel> panels) {}

    private final String uid;
    private final String title;
    private final String description;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String from = "now-6h";
    private String to = "now";

    private Dashboard(String uid, String title, String description) {
        this.uid = uid;
        this.title = title;
        this.description = description;
        variables.add(new Variable.Datasource(Source.PROMETHEUS));
        variables.add(new Variable.Datasource(Source.INFINITY));
        // For links in the browser; the address of the datasource is the one that Grafana itself uses.
        variables.add(Variable.figure("command_center", "Page", "http://localhost:8090"));
    }

    public static Dashboard of(String uid, String title, String description) {
        return new Dashboard(uid, title, description);
    }

    public Dashboard over(String start, String end) {
        from = start;
        to = end;
        return this;
    }

    public Dashboard choose(Variable variable) {
        variables.add(variable);
        return this;
    }

    public Dashboard row(String heading, int height, Panel... panels) {
        rows.add(new Row(heading, height, List.of(panels)));
        return this;
    }

    public String uid() {
        return uid;
    }

    /** As Grafana reads it from a file. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("uid", uid)
                .put("title", title)
                .put("description", description)
                .put("schemaVersion", SCHEMA)
                .put("timezone", "browser")
                .put("editable", true)
                // One crosshair over all panels, to compare them at one moment.
                .put("graphTooltip", 1)
                .put("refresh", "30s");
        json.putArray("tags").add(TAG);
        json.putObject("time").put("from", from).put("to", to);
        json.set("links", links());
        json.putObject("annotations").set("list", Annotations.json());
        json.putObject("templating").set("list", chosen());
        json.set("panels", panels());
        return json;
    }

    private ArrayNode chosen() {
        var list = JsonNodeFactory.instance.arrayNode();
        variables.forEach(variable -> list.add(variable.json()));
        return list;
    }

    private static ArrayNode links() {
        var links = JsonNodeFactory.instance.arrayNode();
        links.add(link("Fleet dashboards", "dashboards", "").put("asDropdown", true));
        links.add(link("Command center", "link", "${command_center}"));
        return links;
    }

    private static ObjectNode link(String title, String type, String url) {
        var link = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("type", type)
                .put("url", url)
                .put("icon", "external link")
                .put("tooltip", title)
                .put("asDropdown", false)
                .put("includeVars", type.equals("dashboards"))
                .put("keepTime", type.equals("dashboards"))
                .put("targetBlank", type.equals("link"));
        link.putArray("tags").add(TAG);
        return link;
    }

    private ArrayNode panels() {
        var panels = JsonNodeFactory.instance.arrayNode();
        int y = 0;
        for (var row : rows) {
            panels.add(heading(row, panels.size() + 1, y));
            int width = COLUMNS / row.panels().size();
            for (int i = 0; i < row.panels().size(); i++) {
                panels.add(
                        row.panels().get(i).json(panels.size() + 1, position(i * width, y + 1, width, row.height())));
            }
            y += 1 + row.height();
        }
        return panels;
    }

    private static ObjectNode heading(Row row, int id, int y) {
        var heading = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "row")
                .put("title", row.title())
                .put("collapsed", false);
        heading.set("gridPos", position(0, y, COLUMNS, 1));
        heading.putArray("panels");
        return heading;
    }

    private static ObjectNode position(int x, int y, int width, int height) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("x", x)
                .put("y", y)
                .put("w", width)
                .put("h", height);
    }
}
