package io.fleetorchestrator.dashboards.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours of a figure by value.
 *
 * @param base the colour below all of them
 * @param steps colours by the value they begin at, ascending
 */
public record Thresholds(String base, Map<Double, String> steps) {

    private static final String GOOD = "green";
    private static final String MIND = "orange";
    private static final String BAD = "red";

    /** A figure that is neither good nor bad. */
    public static Thresholds neutral() {
        return new Thresholds("blue", Map.of());
    }

    /** High values are bad. */
    public static Thresholds rising(double mind, double bad) {
        return new Thresholds(GOOD, ordered(mind, MIND, bad, BAD));
    }

    /** Low values are bad: fine from {@code fine} on, bad below {@code bad}. */
    public static Thresholds falling(double bad, double fine) {
        return new Thresholds(BAD, ordered(bad, MIND, fine, GOOD));
    }

    private static Map<Double, String> ordered(double first, String colour, double second, String next) {
        var steps = new LinkedHashMap<Double, String>();
        steps.put(first, colour);
        steps.put(second, next);
        return steps;
    }

    JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("mode", "absolute");
        var list = json.putArray("steps");
        list.addObject().put("color", base).putNull("value");
        steps.forEach((from, colour) -> list.addObject().put("color", colour).put("value", from));
        return json;
    }
}
