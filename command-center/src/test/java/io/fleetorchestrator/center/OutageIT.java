package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT {

    /** Not shared, because the tests stop it. */
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);

    private CenterUnderTest center;

    @BeforeEach
    void start() {
        center = CenterUnderTest.start(KAFKA, "--kafka", "schema.registry.patience.ms=0");
    }

    @AfterEach
    void stop() {
        center.close();
    }

    @Test
    void acceptsOnlyWhatTheBrokerHasAndLosesNoneOfItInAnOutage() {
        var accepted = new ArrayList<String>();
        submit("before", accepted);

        KAFKA.stopBroker();
        var refused = center.post("/api/v1/workloads", body("during"));
        var read = center.get("/api/v1/regions");
        KAFKA.startBroker();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(read.statusCode()).isEqualTo(200);
        await().atMost(BACK_WITHIN).until(() -> submit("during", accepted));
        assertThat(requests()).containsAll(accepted);
    }

    @Test
    void followsTheTopicsAgainAfterAnOutage() {
        KAFKA.restartBroker();

        await().atMost(BACK_WITHIN).until(() -> submit("again", new ArrayList<>()));

        await().atMost(BACK_WITHIN).until(() -> statusOf("again") == 200);
    }

    @Test
    void answersNothingBeforeItHasReadItsTopics() {
        KAFKA.stopBroker();
        var restart = CompletableFuture.runAsync(center::restart);
        var early = await().atMost(BACK_WITHIN)
                .ignoreExceptions()
                .until(() -> center.get("/api/v1/regions"), answer -> answer.statusCode() == 503);
        KAFKA.startBroker();
        restart.join();

        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        assertThat(early.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(center.get("/api/v1/regions").statusCode()).isEqualTo(200);
    }

    @Test
    void readsRecordsThatArrivedWhileTheRegistryWasDown() {
        // given a record with a schema that the center has not read yet
        var topics = center.topics();
        var decision = Records.answer(request("unread"), center.now());
        byte[] bytes = topics.serdes()
                .valueSerde(Topics.WORKLOAD_DECISIONS)
                .serializer()
                .serialize(topics.name(Topics.WORKLOAD_DECISIONS), decision);

        // when it is published while the registry is down
        KAFKA.stopRegistry();
        topics.sendBytes(Topics.WORKLOAD_DECISIONS, Records.FLEET, bytes, center.now());
        await().during(Duration.ofSeconds(3)).atMost(BACK_WITHIN).until(() -> statusOf("unread") == 404);
        KAFKA.startRegistry();

        // then
        await().atMost(BACK_WITHIN).until(() -> statusOf("unread") == 200);
    }

    private static WorkloadRequest request(String id) {
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Records.FLEET)
                .setHomeRegion("arizona")
                .setSubmittedAt(Instant.now())
                .setPowerMw(5)
                .setDurationHours(4)
                .build();
    }

    private int statusOf(String id) {
        return center.get("/api/v1/workloads/" + id).statusCode();
    }

    /** Whether it was accepted. */
    private boolean submit(String id, List<String> accepted) {
        int status = center.post("/api/v1/workloads", body(id)).statusCode();
        boolean taken = status == 202 || status == 200;
        if (taken) {
            accepted.add(id);
        }
        return taken;
    }

    private List<String> requests() {
        return center.topics().all(Topics.WORKLOAD_REQUESTS).stream()
                .map(request -> request.value().getRequestId())
                .toList();
    }

    private static String body(String id) {
        return "{\"requestId\":\"" + id + "\",\"powerMw\":5,\"durationHours\":4}";
    }
}
