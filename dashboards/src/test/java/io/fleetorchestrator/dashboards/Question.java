package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.each;
import static io.fleetorchestrator.dashboards.DashboardDirectory.panels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression of a dashboard or a rule.
 *
 * @param where the panel or rule
 * @param expr with every variable filled in
 */
record Question(String where, String expr) {

    /** Names of our metrics and of our rules, each with its labels. Names of labels have neither underscore nor colon. */
    private static final Pattern SELECTOR =
            Pattern.compile("\\b(?:fleet[_:]|kafka_|jvm_|process_|logback_)[\\w:]*(?:\\{[^}]*})?");

    /** Every expression of every panel, as Grafana would send it with all fleets, regions and services chosen. */
    static Stream<Question> ofPanels(JsonNode dashboard) {
        return panels(dashboard)
                .flatMap(panel -> each(panel.get("targets"))
                        .filter(target -> target.has("expr"))
                        .map(target -> new Question(
                                dashboard.get("uid").asText() + ": "
                                        + panel.get("title").asText(),
                                filled(target.get("expr").asText(), dashboard))));
    }

    /** The series of the recording rules. */
    static Stream<Question> ofRecordings() {
        return rules("recording.yml")
                .map(rule -> new Question("recording.yml", rule.get("record").asText()));
    }

    /** The series in the expressions of alerts: an alert itself has no result while all is well. */
    static Stream<Question> ofAlerts() {
        return rules("alerts.yml")
                .flatMap(rule -> new Question(
                                rule.get("alert").asText(), rule.get("expr").asText())
                        .selectors());
    }

    /** Each series of the expression: an expression may have a result, but a wrong one, if a series is missing. */
    Stream<Question> selectors() {
        return SELECTOR.matcher(expr).results().map(MatchResult::group).map(selector -> new Question(where, selector));
    }

    private static Stream<JsonNode> rules(String file) {
        try {
            File rules =
                    DashboardDirectory.PROMETHEUS.resolve("rules").resolve(file).toFile();
            return each(new YAMLMapper().readTree(rules).get("groups")).flatMap(group -> each(group.get("rules")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String expr, JsonNode dashboard) {
        var filled = expr.replace("$__rate_interval", "1m")
                .replace("$__range", "1h")
                // The stack has not run for a day; alerts_test.yml tests the offset.
                .replace(" offset 24h", "");
        for (var variable : dashboard.at("/templating/list")) {
            filled = filled.replace("$" + variable.get("name").asText(), value(variable));
        }
        return filled;
    }

    private static String value(JsonNode variable) {
        return variable.path("allValue").asText(variable.at("/current/value").asText());
    }
}
