package io.fleetorchestrator.benchmarks.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;

/** The result of one benchmark, under the names that scripts read. */
public final class Figures {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode json;

    private Figures(ObjectNode json) {
        this.json = json;
    }

    public static Figures of(String bench) {
        return new Figures(MAPPER.createObjectNode().put("bench", bench));
    }

    public Figures put(String name, long value) {
        json.put(name, value);
        return this;
    }

    public Figures put(String name, String value) {
        json.put(name, value);
        return this;
    }

    /** Rounded to four significant digits, which is the precision; a missing value is null. */
    public Figures put(String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, rounded(value));
        } else {
            json.putNull(name);
        }
        return this;
    }

    /** A figure of several rounds: its median, minimum and maximum. */
    public Figures put(String name, Spread spread) {
        return put(name, spread.median()).put(name + "Min", spread.least()).put(name + "Max", spread.most());
    }

    /** Latencies under the usual names. */
    public Figures put(Latencies latencies) {
        return put("p50Ms", latencies.ms(0.5)).put("p99Ms", latencies.ms(0.99)).put("p999Ms", latencies.ms(0.999));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
    }

    /** One line of JSON. */
    public String json() {
        return json.toString();
    }

    /** Text: a heading, and a line for each figure. */
    public String text() {
        var text = new StringBuilder(json.get("bench").asText()).append('\n');
        json.properties().stream()
                .filter(field -> !field.getKey().equals("bench"))
                .forEach(field -> text.append("  ")
                        .append(field.getKey())
                        .append(" ".repeat(Math.max(1, 28 - field.getKey().length())))
                        .append(field.getValue().asText())
                        .append('\n'));
        return text.toString();
    }
}
