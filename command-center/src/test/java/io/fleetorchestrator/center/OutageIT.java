package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT {

    /** Of its own, because it is stopped. */
    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);

    private CenterUnderTest center;

    @BeforeEach
    void start() {
        center = CenterUnderTest.start(KAFKA);
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

        await().atMost(BACK_WITHIN)
                .untilAsserted(
                        () -> assertThat(center.get("/api/v1/workloads/again").statusCode())
                                .isEqualTo(200));
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
