package io.fleetorchestrator.cli.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.testing.ContainerNetwork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.lifecycle.Startables;

/** All services in containers of their own, and the published port of the API. */
final class FullStack implements AutoCloseable {

    private static final int PAGE_PORT = 8090;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FleetContainer topics;
    private final FleetContainer producer;
    private final FleetContainer forecaster;
    private final FleetContainer scheduler;
    private final FleetContainer commandCenter;

    FullStack(String image, ContainerNetwork home) {
        topics = FleetContainer.job(image, home, "topics", "apply");
        // Enough to calibrate intervals; no workloads but those of the test.
        producer = FleetContainer.service(image, home, "produce", "--backfill", "20d");
        forecaster = FleetContainer.service(image, home, "forecast");
        scheduler = FleetContainer.service(image, home, "schedule");
        commandCenter = FleetContainer.service(
                        image, home, "serve", "--web-host", "0.0.0.0", "--anonymous-role", "operator")
                .withExposedPorts(PAGE_PORT);
    }

    /** Starts all of them, and waits until each is healthy. */
    void start() {
        topics.start();
        Startables.deepStart(services()).join();
    }

    List<FleetContainer> services() {
        return List.of(producer, forecaster, scheduler, commandCenter);
    }

    FleetContainer scheduler() {
        return scheduler;
    }

    /** Submits a workload through the API and returns the response. */
    JsonNode submit(String workload) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api("/workloads?wait=PT20S"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(workload))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private URI api(String path) {
        return URI.create("http://localhost:" + commandCenter.getMappedPort(PAGE_PORT) + "/api/v1" + path);
    }

    @Override
    public void close() {
        Stream.of(commandCenter, scheduler, forecaster, producer, topics).forEach(FleetContainer::stop);
    }
}
