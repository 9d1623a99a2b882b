package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where to look at a running fleet.
 *
 * @param page address of the live page
 * @param schedulerPort on which the scheduler's metrics are, as the forecaster's on its own
 */
record EndpointSummary(ClusterConnection cluster, String page, int schedulerPort, int forecasterPort, Path log) {

    List<String> lines() {
        return List.of(
                line("page", page),
                line("API", page + "/api/v1/openapi.json"),
                line(
                        "metrics",
                        "http://127.0.0.1:" + schedulerPort + "/metrics, and of the forecaster on " + forecasterPort),
                line("kafka", cluster.bootstrapServers()),
                line("registry", cluster.registryUrl()),
                line("log", log.toString()),
                line("ask", "./fleet submit --home arizona --power-mw 5 --hours 4 --wait"));
    }

    private static String line(String what, String where) {
        return String.format(Locale.ROOT, "  %-9s %s", what, where);
    }
}
