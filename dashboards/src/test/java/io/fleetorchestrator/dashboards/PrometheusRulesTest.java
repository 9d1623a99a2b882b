package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.PROMETHEUS;
import static io.fleetorchestrator.dashboards.DashboardDirectory.RUNBOOKS;
import static io.fleetorchestrator.dashboards.DashboardDirectory.each;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and alerts are valid, name their runbook, and are tested: each alert fires in one case and not in another. */
class PrometheusRulesTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** By the command center, at the address that Compose publishes it at. */
    private static final String SERVED_RUNBOOKS = "http://localhost:8090/app/runbooks/";

    static Stream<JsonNode> alerts() throws IOException {
        return each(YAML.readTree(PROMETHEUS.resolve("rules/alerts.yml").toFile())
                        .get("groups"))
                .flatMap(group -> each(group.get("rules")));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void hasASeverityAndARunbook(JsonNode alert) {
        var name = alert.path("alert").asText();
        then(name).startsWith("Fleet");
        then(alert.at("/labels/severity").asText()).isIn("warning", "critical");
        then(alert.at("/annotations/summary").asText()).isNotBlank();
        then(alert.at("/annotations/description").asText()).isNotBlank();
        then(alert.at("/annotations/runbook_url").asText()).isEqualTo(SERVED_RUNBOOKS + name + ".md");
        then(RUNBOOKS.resolve(name + ".md"))
                .content()
                .contains("# " + name, "## Meaning", "## Impact", "## Check", "## Cure");
    }

    @Test
    void hasNoRunbookWithoutAnAlert() throws IOException {
        try (var files = Files.list(RUNBOOKS)) {
            then(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"),
                                    alerts().map(alert -> alert.get("alert").asText() + ".md"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void isTestedOnACaseThatFiresAndOneThatDoesNot(JsonNode alert) throws IOException {
        var name = alert.path("alert").asText();
        var cases = each(YAML.readTree(
                                PROMETHEUS.resolve("tests/alerts_test.yml").toFile())
                        .get("tests"))
                .filter(test -> test.at("/alert_rule_test/0/alertname").asText().equals(name))
                .toList();
        then(cases).anyMatch(test -> !fired(test).isEmpty());
        // In a case with several regions, fleets or services, the alert must not fire for those that are not expected.
        then(cases)
                .anyMatch(test -> fired(test).size() < test.get("input_series").size());
    }

    private static JsonNode fired(JsonNode test) {
        return test.at("/alert_rule_test/0/exp_alerts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check config prometheus.yml", "check rules rules/alerts.yml rules/recording.yml"})
    void isValid(String arguments) throws Exception {
        Tool.PROMTOOL.run(PROMETHEUS, List.of(arguments.split(" ")));
    }

    @Test
    void alertsFireWhenTheyShould() throws Exception {
        Tool.PROMTOOL.run(PROMETHEUS.resolve("tests"), List.of("test", "rules", "alerts_test.yml"));
    }
}
