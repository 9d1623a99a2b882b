package io.fleetorchestrator.cli.up;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.ScratchDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A whole {@code fleet up} in a JVM of its own, which can be stopped and started again on the same data and port. */
final class UpUnderTest implements AutoCloseable {

    /** Forecasting two weeks of history takes half a minute; five times as long was seen on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScratchDirectory directory = ScratchDirectory.create("up");
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.find();
    private ChildService up = launch();

    /** A fleet whose forecasts have caught up with its history, so that requests can be approved. */
    static UpUnderTest start() {
        var started = new UpUnderTest();
        await().atMost(PATIENCE).ignoreExceptions().until(started::isCalibrated);
        return started;
    }

    private ChildService launch() {
        return ChildService.startOn(
                port,
                Fleet.class,
                Map.of("FLEET_HOME", directory.path().resolve("home").toString()),
                "up",
                "--data-dir",
                directory.path().resolve("data").toString(),
                "--history",
                "P14D",
                "--lapse",
                "PT3H",
                "--speed",
                "3600");
    }

    /** Stops it as by Ctrl-C, runs the check, and starts it again. */
    void restart(Runnable meanwhile) {
        up.terminate();
        meanwhile.run();
        up = launch();
        await().atMost(PATIENCE).ignoreExceptions().until(this::isCalibrated);
    }

    private boolean isCalibrated() {
        var regions = get("/api/v1/regions").get("items");
        return !regions.isEmpty()
                && StreamSupport.stream(regions.spliterator(), false)
                        .allMatch(
                                region -> region.get("forecastStatus").asText().equals("CALIBRATED"))
                && post("/api/v1/optimize", "{\"powerMw\":1,\"durationHours\":1}")
                        .get("status")
                        .asText()
                        .equals("APPROVED");
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).GET());
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        List.<AutoCloseable>of(up, directory).forEach(UpUnderTest::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
