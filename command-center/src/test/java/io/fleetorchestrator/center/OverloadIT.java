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

    /** As many as may wait for their decision at once. */
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
    void tellsWhoComesWhenAllSeatsAreTakenToComeBackAndStillServesReaders() {
        for (int at = 0; at < ROOM; at++) {
            takeASeat();
        }

        var refused = await().atMost(PATIENCE).until(this::submitBesideOneMore, answer -> answer.statusCode() == 429);

        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(center.get("/api/v1/regions").statusCode()).isEqualTo(200);
    }

    private void takeASeat() {
        center.postAndLeave("/api/v1/workloads?wait=PT30S", body(Records.UNANSWERED));
    }

    /** It holds a seat itself for a moment, in which one that was to stay may have been refused. */
    private HttpResponse<String> submitBesideOneMore() {
        takeASeat();
        return center.post("/api/v1/workloads", body("one more"));
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"powerMw\":1,\"durationHours\":1}";
    }
}
