package io.fleetorchestrator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.testing.KafkaEnvironment;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverloadIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    /** The limit of requests that wait for their decision. */
    private static final int ROOM = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(25);

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
    void rejectsRequestsBeyondTheLimitWith429AndStillServesReaders() {
        for (int at = 0; at < ROOM; at++) {
            waitForADecision();
        }

        var refused = await().atMost(PATIENCE).until(this::submitBesideOneMore, answer -> answer.statusCode() == 429);

        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(center.get("/api/v1/regions").statusCode()).isEqualTo(200);
    }

    private void waitForADecision() {
        center.postAndLeave("/api/v1/workloads?wait=PT30S", body(Records.UNANSWERED));
    }

    /** Each attempt counts as waiting for a moment, in which one of the others may have been rejected. */
    private HttpResponse<String> submitBesideOneMore() {
        waitForADecision();
        return center.post("/api/v1/workloads", body("one more"));
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"powerMw\":1,\"durationHours\":1}";
    }
}
