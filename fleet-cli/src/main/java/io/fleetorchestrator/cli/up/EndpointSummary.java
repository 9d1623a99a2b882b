package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The addresses of a running fleet, and an example of a request.
 *
 * @param page address of the web page
 * @param schedulerPort port of the scheduler's metrics
 * @param forecasterPort port of the forecaster's metrics
 * @param example a request that this fleet can place
 */
record EndpointSummary(
        ClusterConnection cluster, String page, int schedulerPort, int forecasterPort, Path log, String example) {

    List<String> lines() {
        return List.of(
                line("page", page),
                line("API", page + "/api/v1/openapi.json"),
                line("metrics", metrics(schedulerPort) + " (scheduler)"),
                line("", metrics(forecasterPort) + " (forecaster)"),
                line("kafka", cluster.bootstrapServers()),
                line("registry", cluster.registryUrl()),
                line("log", log.toString()),
                line("try", example));
    }

    private static String metrics(int port) {
        return "http://127.0.0.1:" + port + "/metrics";
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-9s %s", name, value);
    }
}
