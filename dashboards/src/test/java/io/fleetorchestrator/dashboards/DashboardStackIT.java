package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.each;
import static io.fleetorchestrator.dashboards.DashboardDirectory.panels;
import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the dashboards and alerts ask for is there: the real services, a real Prometheus that scrapes them, a real
 * Alertmanager, and no Grafana, whose questions are asked in its stead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardStackIT {

    /** Far longer than three weeks of history need on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Endpoints without rows while all is well. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            // Advisories are raised when something is wrong; that of the breach comes too late for this test.
            "/api/v1/grafana/annotations?limit=200");

    private static final String REGION = "arizona";

    private final Http http = new Http();
    private Webhook webhook;
    private RunningStack stack;
    private RunningPrometheus prometheus;
    private int asked;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path directory) throws Exception {
        Tool.PROMETHEUS.needed();
        Tool.ALERTMANAGER.needed();
        webhook = new Webhook();
        stack = RunningStack.start(directory.resolve("stack"));
        prometheus = RunningPrometheus.start(directory.resolve("prometheus"), stack.targets(), webhook.url());
        await("a first approval")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> verdictOn(0.2).equals("APPROVED"));
    }

    @AfterAll
    void stop() {
        Stream.of(prometheus, stack, webhook).forEach(DashboardStackIT::close);
    }

    @Test
    @Order(1)
    void everyExpressionOfEveryPanelAndRuleHasAResult() {
        var open = Stream.of(
                        DashboardDirectory.dashboards().stream()
                                .flatMap(Question::ofPanels)
                                .flatMap(question -> Stream.concat(Stream.of(question), question.selectors())),
                        Question.ofRecordings(),
                        Question.ofAlerts())
                .flatMap(questions -> questions)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        then(open).hasSizeGreaterThan(100);

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            // Rates need events: one request that is placed, and one that is too large.
            verdictOn(0.2);
            verdictOn(9_000);
            open.removeIf(question -> prometheus.knows(question.expr()));
            then(open).isEmpty();
        });
    }

    @Test
    @Order(2)
    void everyTableGetsItsColumns() {
        for (var dashboard : DashboardDirectory.dashboards()) {
            Stream.concat(panels(dashboard).flatMap(panel -> each(panel.get("targets"))), annotations(dashboard))
                    .filter(target -> target.has("url"))
                    .forEach(this::thenItsColumnsAreThere);
        }
    }

    private static Stream<JsonNode> annotations(JsonNode dashboard) {
        return each(dashboard.at("/annotations/list")).map(annotation -> annotation.get("target"));
    }

    private void thenItsColumnsAreThere(JsonNode target) {
        var url = target.get("url").asText();
        var rows = http.get(stack.page() + url.replace("${region}", REGION))
                .path(target.get("root_selector").asText());
        if (rows.isEmpty() && MAY_BE_EMPTY.contains(url)) {
            return;
        }
        then(each(target.get("columns")).map(column -> column.get("selector").asText()))
                .as(url)
                .allSatisfy(selector -> then(each(rows))
                        .as(selector)
                        .anyMatch(row -> row.at("/" + selector.replace('.', '/'))
                                        .isValueNode()
                                && !row.at("/" + selector.replace('.', '/')).isNull()));
    }

    @Test
    @Order(3)
    void aBreachReachesTheReceiverOfAlerts() throws Exception {
        // given work that is placed in a region, from the next hour on
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> prometheus.knows("fleet_committed_power_mw{region=\"" + REGION + "\"} > 0"));

        // when the region must stay under a temperature that it has passed already
        stack.limit(REGION, -40);

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> then(webhook.alerts()).anySatisfy(alert -> {
                    then(alert.at("/labels/alertname").asText()).isEqualTo("FleetBreachAmongApproved");
                    then(alert.at("/labels/region").asText()).isEqualTo(REGION);
                    then(alert.at("/labels/severity").asText()).isEqualTo("critical");
                    then(alert.at("/annotations/description").asText()).contains("°C above its limit");
                }));
    }

    /** Requests a placement in one region for exactly the next twelve hours. */
    private String verdictOn(double powerMw) {
        var deadline = Instant.now().plus(Duration.ofHours(13)).plus(Duration.ofMinutes(30));
        var decision = http.post(stack.page() + "/api/v1/workloads?wait=PT20S", "application/json", """
                {"requestId": "stack-%d", "homeRegion": "%s", "allowedRegions": ["%s"], "powerMw": %s,
                 "durationHours": 12, "deadline": "%s"}
                """.formatted(
                        asked++, REGION, REGION, powerMw, deadline));
        return decision.path("status").asText();
    }

    private static void close(AutoCloseable part) {
        if (part != null) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
