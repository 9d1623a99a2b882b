package io.fleetorchestrator.runtime.http;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.runtime.health.Health;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpsServerTest {

    private final Health health = new Health();
    private final Health.Gate gate = health.gate("streams");
    private final OpsServer server =
            OpsServer.start("127.0.0.1", 0, health, () -> "up 1\n", () -> "Topologies:\n   Sub-topology: 0\n");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void showsWhatItWaitsForUntilItIsReady() throws Exception {
        // given
        gate.waitFor("broker localhost:9092");

        // then
        then(get("/health/ready").statusCode()).isEqualTo(503);
        then(get("/health/ready").body())
                .contains("\"status\":\"NOT_READY\"")
                .contains("\"streams\":\"waiting for broker localhost:9092\"");
        then(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void isReadyWhenEveryPartIs() throws Exception {
        // when
        gate.open();

        // then
        then(get("/health/ready").statusCode()).isEqualTo(200);
        then(get("/health/ready").body()).contains("\"status\":\"READY\"");
    }

    @Test
    void isNeitherReadyNorAliveAfterAFailure() throws Exception {
        // when
        gate.fail("it failed too often");

        // then
        then(get("/health/ready").statusCode()).isEqualTo(503);
        then(get("/health/live").statusCode()).isEqualTo(503);
        then(get("/health/live").body()).contains("it failed too often");
    }

    @Test
    void servesMetricsAndTopology() throws Exception {
        then(get("/metrics").body()).isEqualTo("up 1\n");
        then(get("/metrics").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> then(type).startsWith("text/plain"));
        then(get("/topology").body()).contains("Sub-topology: 0");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
