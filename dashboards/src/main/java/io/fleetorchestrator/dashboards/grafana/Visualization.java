package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a panel shows its data: Grafana's visualizations, with the options we choose for all panels of a kind. */
enum Visualization {
    LINES("timeseries") {
        @Override
        ObjectNode options() {
            return legendAndTooltip();
        }

        @Override
        ObjectNode custom() {
            return object().put("drawStyle", "line")
                    .put("lineWidth", 2)
                    .put("fillOpacity", 0)
                    .put("showPoints", "auto")
                    // Signals come once an hour: a missing hour is a gap, an hour without a scrape is not.
                    .put("spanNulls", 7_200_000);
        }
    },
    STACK("timeseries") {
        @Override
        ObjectNode options() {
            return legendAndTooltip();
        }

        @Override
        ObjectNode custom() {
            var custom =
                    object().put("drawStyle", "bars").put("fillOpacity", 70).put("lineWidth", 0);
            custom.putObject("stacking").put("mode", "normal").put("group", "A");
            return custom;
        }
    },
    FIGURE("stat") {
        @Override
        ObjectNode options() {
            var options = object().put("colorMode", "value")
                    .put("graphMode", "area")
                    .put("justifyMode", "auto")
                    .put("textMode", "auto")
                    .put("orientation", "auto")
                    .put("showPercentChange", false)
                    .put("percentChangeColorMode", "standard")
                    .put("wideLayout", true);
            options.set("reduceOptions", last());
            return options;
        }
    },
    BARS("bargauge") {
        @Override
        ObjectNode options() {
            var options = legend().put("displayMode", "basic")
                    .put("orientation", "horizontal")
                    .put("namePlacement", "auto")
                    .put("sizing", "auto")
                    .put("minVizWidth", 8)
                    .put("minVizHeight", 16)
                    .put("maxVizHeight", 300)
                    .put("showUnfilled", true)
                    .put("valueMode", "color");
            options.set("reduceOptions", last());
            return options;
        }
    },
    TABLE("table") {
        @Override
        ObjectNode options() {
            return object().put("showHeader", true).put("cellHeight", "sm").put("frameIndex", 0);
        }

        @Override
        ObjectNode custom() {
            var custom = object().put("align", "auto").put("inspect", false);
            custom.putObject("cellOptions").put("type", "auto");
            return custom;
        }
    },
    SCATTER("xychart") {
        @Override
        ObjectNode options() {
            var options = legendAndTooltip().put("mapping", "manual");
            options.putArray("series");
            return options;
        }

        @Override
        ObjectNode custom() {
            var custom = object().put("show", "points");
            custom.putObject("pointSize").put("fixed", 12);
            return custom;
        }
    };

    private final String type;

    Visualization(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    abstract ObjectNode options();

    /** What only this kind has for its fields. */
    ObjectNode custom() {
        return object();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode last() {
        var reduce = object().put("values", false).put("fields", "");
        reduce.putArray("calcs").add("lastNotNull");
        return reduce;
    }

    private static ObjectNode legendAndTooltip() {
        var options = legend();
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
        return options;
    }

    private static ObjectNode legend() {
        var options = object();
        var legend = options.putObject("legend")
                .put("displayMode", "list")
                .put("placement", "bottom")
                .put("showLegend", true);
        legend.putArray("calcs").add("lastNotNull").add("max");
        return options;
    }
}
