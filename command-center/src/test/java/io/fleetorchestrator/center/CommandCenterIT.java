package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.schemas.topics.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandCenterIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static CenterUnderTest center;

    @BeforeAll
    static void start() {
        center = CenterUnderTest.start(KAFKA);
    }

    @AfterAll
    static void stop() {
        center.close();
    }

    @Test
    void showsEveryRegionWithItsMarginToTheLimit() throws Exception {
        var regions = json(center.get("/api/v1/regions")).get("items");

        assertThat(regions)
                .extracting(region -> region.get("region").asText())
                .containsExactlyElementsOf(Records.REGIONS);
        assertThat(regions.get(0).get("marginC").asDouble()).isLessThan(0);
        assertThat(regions.get(0).get("riskBlockedHours").asInt()).isPositive();
    }

    @Test
    void tellsWhatWasForecastThenAgainstWhatCameTrue() throws Exception {
        var yesterday = center.now().minus(Duration.ofHours(24));

        var forecast = json(center.get("/api/v1/regions/arizona/forecast?issuedAt=" + yesterday));

        assertThat(forecast.get("issuedAt").asText()).isEqualTo(yesterday.toString());
        assertThat(forecast.at("/signals/0/hours"))
                .hasSize(24)
                .allSatisfy(hour -> assertThat(hour.get("actual").isNumber()).isTrue());
    }

    @Test
    void answersASubmissionWithItsDecisionAndTheSameAgainWithTheSame() throws Exception {
        var body =
                "{\"requestId\":\"it-approved\",\"name\":\"n\",\"homeRegion\":\"arizona\",\"powerMw\":5,\"durationHours\":4}";

        var first = center.post("/api/v1/workloads?wait=PT30S", body);
        var second = center.post("/api/v1/workloads?wait=PT30S", body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).get("status").asText()).isEqualTo("APPROVED");
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void refusesAnotherRequestUnderAUsedId() {
        center.post("/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-reused\",\"powerMw\":5,\"durationHours\":4}");

        var other = center.post(
                "/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-reused\",\"powerMw\":6,\"durationHours\":4}");

        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void tellsWhyARequestIsBlockedAndWhatWouldWork() throws Exception {
        var blocked = json(center.post(
                "/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-blocked\",\"powerMw\":50,\"durationHours\":4}"));

        assertThat(blocked.get("status").asText()).isEqualTo("BLOCKED");
        assertThat(blocked.at("/decision/reasons/0/code").asText()).isEqualTo("UPPER_BOUND_EXCEEDS_LIMIT");
        assertThat(blocked.at("/decision/counterOffer/placement/region").asText())
                .isEqualTo("wyoming");
    }

    @Test
    void givesAPlaceBack() throws Exception {
        center.post("/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-back\",\"powerMw\":5,\"durationHours\":4}");

        var back = center.delete("/api/v1/workloads/it-back?wait=PT30S");

        assertThat(json(back).get("status").asText()).isEqualTo("CANCELLED");
        assertThat(json(center.get("/api/v1/workloads/it-back")).get("status").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void acceptsWithoutWaitingAndSaysWhereToLook() {
        var accepted = center.post("/api/v1/workloads", "{\"requestId\":\"it-202\",\"powerMw\":5,\"durationHours\":4}");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location")).contains("/api/v1/workloads/it-202");
        assertThat(center.topics().await(Topics.WORKLOAD_REQUESTS, 1))
                .anySatisfy(
                        request -> assertThat(request.value().getRequestId()).isEqualTo("it-202"));
    }

    @Test
    void findsTheBestSlotWithoutReservingIt() throws Exception {
        var best = json(center.post("/api/v1/optimize", "{\"powerMw\":5,\"durationHours\":4}"));

        assertThat(best.at("/decision/dryRun").asBoolean()).isTrue();
        assertThat(best.at("/decision/placement/region").asText()).isEqualTo("ireland");
    }

    @Test
    void saysWhatMovingLoadWouldDo() throws Exception {
        var shift = json(center.post("/api/v1/what-if", "{\"from\":\"arizona\",\"to\":\"ireland\",\"percent\":10}"));

        assertThat(shift.get("shiftedMw").asDouble()).isEqualTo(10);
        assertThat(shift.at("/fromAfter/boundC").asDouble())
                .isLessThan(shift.at("/fromBefore/boundC").asDouble());
        assertThat(shift.get("carbonAddedKg").asDouble()).isNegative();
    }

    @Test
    void pagesThroughDecisionsWithoutGapsOrRepeats() throws Exception {
        for (int at = 0; at < 5; at++) {
            center.post(
                    "/api/v1/workloads?wait=PT30S",
                    "{\"requestId\":\"it-page-" + at + "\",\"tenant\":\"pager\",\"powerMw\":1,\"durationHours\":1}");
        }

        var first = json(center.get("/api/v1/decisions?tenant=pager&limit=3"));
        var second = json(center.get("/api/v1/decisions?tenant=pager&limit=3&cursor="
                + first.get("nextCursor").asText()));

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2).doesNotContainAnyElementsOf(first.get("items"));
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void namesTheFieldThatIsWrongAndItsValue() throws Exception {
        var refused = center.post("/api/v1/workloads", "{\"powerMw\":-1,\"durationHours\":4}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("powerMw");
        assertThat(json(refused).at("/errors/0/value").asText()).isEqualTo("-1.0");
    }

    @Test
    void tellsTheSameAfterARestart() throws Exception {
        center.post("/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-kept\",\"powerMw\":5,\"durationHours\":4}");
        var regions = json(center.get("/api/v1/regions")).get("items");
        var savings = json(center.get("/api/v1/savings"));
        var decisions = json(center.get("/api/v1/decisions?limit=500")).get("items");

        center.restart();

        assertThat(json(center.get("/api/v1/regions")).get("items")).isEqualTo(regions);
        assertThat(json(center.get("/api/v1/savings"))).isEqualTo(savings);
        assertThat(json(center.get("/api/v1/decisions?limit=500")).get("items")).containsExactlyElementsOf(decisions);
    }

    @Test
    void measuresItsAnswersByRouteAndWhatItKeeps() {
        center.get("/api/v1/regions/arizona/forecast");
        center.get("/api/v1/regions/atlantis/forecast");
        center.get("/api/v1/nothing");

        var meters = center.meters();
        assertThat(meters.get("fleet.center.requests").timers())
                .extracting(timer ->
                        timer.getId().getTag("route") + " " + timer.getId().getTag("status"))
                .contains("/api/v1/regions/{region}/forecast 200", "/api/v1/regions/{region}/forecast 404", "none 404");
        assertThat(meters.get("fleet.center.kept")
                        .tag("what", "regions")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(meters.get("fleet.center.listeners").gauge().value()).isZero();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(meters.get("fleet.center.lag").gauge().value())
                                .isZero());
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        var refused = center.get("/api/v1/regions", "Origin", "https://elsewhere.example");

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }
}
