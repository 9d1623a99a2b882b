package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void showsAnEarlierForecastWithTheMeasuredValues() throws Exception {
        var yesterday = center.now().minus(Duration.ofHours(24));

        var forecast = json(center.get("/api/v1/regions/arizona/forecast?issuedAt=" + yesterday));

        assertThat(forecast.get("issuedAt").asText()).isEqualTo(yesterday.toString());
        assertThat(forecast.at("/signals/0/hours"))
                .hasSize(24)
                .allSatisfy(hour -> assertThat(hour.get("actual").isNumber()).isTrue());
    }

    @Test
    void answersASubmissionAndItsRetryWithTheSameDecision() throws Exception {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"priority\":\"HIGH\"",
                "\"deadline\":\"2199-01-01T00:00:00Z\"",
                "\"earliestStart\":\"2030-01-01T00:00:00Z\"",
                "\"allowedRegions\":[\"ireland\"]",
                "\"maxLatencyMs\":50",
                "\"weights\":{\"carbon\":1,\"water\":1,\"delay\":1,\"thermal\":1}"
            })
    void refusesARetryThatDiffersInAnyField(String field) {
        var id = "it-differs-" + Integer.toHexString(field.hashCode());
        center.post("/api/v1/workloads?wait=PT30S", body(id, ""));

        var other = center.post("/api/v1/workloads?wait=PT30S", body(id, "," + field));

        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void placesARequestAfterADryRunUnderItsId() throws Exception {
        center.post("/api/v1/optimize?wait=PT30S", body("it-tried", ""));

        var placed = json(center.post("/api/v1/workloads?wait=PT30S", body("it-tried", "")));

        assertThat(placed.at("/decision/dryRun").asBoolean()).isFalse();
        assertThat(json(center.get("/api/v1/workloads/it-tried"))
                        .at("/decision/dryRun")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void showsADryRunUnderItsId() throws Exception {
        center.post("/api/v1/optimize?wait=PT30S", body("it-trial", ""));

        var trial = json(center.get("/api/v1/workloads/it-trial"));

        assertThat(trial.at("/decision/dryRun").asBoolean()).isTrue();
        assertThat(center.delete("/api/v1/workloads/it-trial").statusCode()).isEqualTo(404);
    }

    @Test
    void answersEachFleetsRequestUnderAnIdThatBothUse() throws Exception {
        var one = json(center.post("/api/v1/workloads?wait=PT30S", body("it-both", "")));
        var two = json(center.post("/api/v1/workloads?wait=PT30S", body("it-both", ",\"fleet\":\"second\"")));

        var unclear = center.get("/api/v1/workloads/it-both");
        center.delete("/api/v1/workloads/it-both?fleet=second&wait=PT30S");

        assertThat(one.at("/decision/fleet").asText()).isEqualTo("global");
        assertThat(two.at("/decision/fleet").asText()).isEqualTo("second");
        assertThat(unclear.statusCode()).isEqualTo(409);
        assertThat(unclear.body()).contains("global", "second", "?fleet=");
        assertThat(json(center.get(one.get("url").asText())).get("status").asText())
                .isEqualTo("APPROVED");
        assertThat(json(center.get(two.get("url").asText())).get("status").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void comparesARetryWithWhatADecisionWithoutFingerprintShows() {
        var request = WorkloadRequest.newBuilder()
                .setRequestId("it-old")
                .setFleet(Records.FLEET)
                .setSubmittedAt(center.now())
                .setPowerMw(5)
                .setDurationHours(4)
                .build();
        publish(SchedulingDecision.newBuilder(Records.answer(request, center.now()))
                .setFingerprint(null)
                .build());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> center.get("/api/v1/workloads/it-old").statusCode() == 200);

        var same = center.post("/api/v1/workloads", body("it-old", ""));
        var other = center.post("/api/v1/workloads", "{\"requestId\":\"it-old\",\"powerMw\":6,\"durationHours\":4}");

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void retriesACancellationThatWasRefused() throws Exception {
        center.post("/api/v1/workloads?wait=PT30S", body("it-refused", ""));
        var placed = center.topics().await(Topics.WORKLOAD_DECISIONS, 1).stream()
                .map(record -> record.value())
                .filter(decision -> decision.getRequestId().equals("it-refused"))
                .findFirst()
                .orElseThrow();
        var refusal = SchedulingDecision.newBuilder(Records.givenBack(placed, center.now()))
                .setVerdict(Verdict.BLOCKED)
                .build();
        publish(refusal);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> json(center.get("/api/v1/decisions?verdict=BLOCKED&limit=500"))
                        .toString()
                        .contains("it-refused"));

        var cancelled = json(center.delete("/api/v1/workloads/it-refused?wait=PT30S"));

        assertThat(cancelled.get("status").asText()).isEqualTo("CANCELLED");
    }

    private static void publish(SchedulingDecision decision) {
        center.topics().send(Topics.WORKLOAD_DECISIONS, decision.getFleet(), decision, decision.getDecidedAt());
    }

    private static String body(String id, String more) {
        return "{\"requestId\":\"" + id + "\",\"powerMw\":5,\"durationHours\":4" + more + "}";
    }

    @Test
    void showsTheReasonAndACounterOfferForABlockedRequest() throws Exception {
        var blocked = json(center.post(
                "/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-blocked\",\"powerMw\":50,\"durationHours\":4}"));

        assertThat(blocked.get("status").asText()).isEqualTo("BLOCKED");
        assertThat(blocked.at("/decision/reasons/0/code").asText()).isEqualTo("UPPER_BOUND_EXCEEDS_LIMIT");
        assertThat(blocked.at("/decision/counterOffer/placement/region").asText())
                .isEqualTo("wyoming");
    }

    @Test
    void releasesAPlacement() throws Exception {
        center.post("/api/v1/workloads?wait=PT30S", "{\"requestId\":\"it-back\",\"powerMw\":5,\"durationHours\":4}");

        var back = center.delete("/api/v1/workloads/it-back?wait=PT30S");

        assertThat(json(back).get("status").asText()).isEqualTo("CANCELLED");
        assertThat(json(center.get("/api/v1/workloads/it-back")).get("status").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void acceptsWithoutWaitingAndNamesTheLocation() {
        var accepted = center.post("/api/v1/workloads", "{\"requestId\":\"it-202\",\"powerMw\":5,\"durationHours\":4}");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location")).contains("/api/v1/workloads/it-202?fleet=global");
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
    void showsTheEffectOfMovingLoad() throws Exception {
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
    void namesTheInvalidFieldAndItsValue() throws Exception {
        var refused = center.post("/api/v1/workloads", "{\"powerMw\":-1,\"durationHours\":4}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("powerMw");
        assertThat(json(refused).at("/errors/0/value").asText()).isEqualTo("-1.0");
    }

    @Test
    void answersTheSameAfterARestart() throws Exception {
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
    void measuresResponsesByRouteAndTheEntriesThatItKeeps() {
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
    void skipsRecordsThatItCannotUse() {
        var skipped = skipped();
        for (var topic : List.of(
                Topics.FLEET_PROFILES,
                Topics.FORECAST_MODELS,
                Topics.TELEMETRY_HOURLY,
                Topics.FORECAST_OUTCOMES,
                Topics.FORECAST_INTERVALS,
                Topics.FLEET_ADVISORIES,
                Topics.WORKLOAD_DECISIONS)) {
            center.topics().sendBytes(topic, "poison", new byte[] {1, 2, 3, 4, 5, 6}, center.now());
        }
        var far = Instant.ofEpochMilli(Long.MAX_VALUE);
        center.topics().send(Topics.TELEMETRY_HOURLY, "arizona", Records.hour("arizona", far), center.now());

        await().atMost(Duration.ofMinutes(1)).until(() -> skipped() == skipped + 8);

        assertThat(center.post("/api/v1/workloads?wait=PT30S", body("it-after-poison", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(center.get("/api/v1/regions/arizona/history").body()).contains("temperatureC");
    }

    private static double skipped() {
        return center.meters().get("fleet.center.skipped").counter().count();
    }

    @Test
    void rejectsRequestsOfOtherOrigins() {
        var refused = center.get("/api/v1/regions", "Origin", "https://elsewhere.example");

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }
}
