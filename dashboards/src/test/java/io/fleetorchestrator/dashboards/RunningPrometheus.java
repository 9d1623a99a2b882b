package io.fleetorchestrator.dashboards;

import static io.fleetorchestrator.dashboards.DashboardDirectory.JSON;
import static io.fleetorchestrator.dashboards.DashboardDirectory.PROMETHEUS;
import static io.fleetorchestrator.dashboards.DashboardDirectory.each;

import io.fleetorchestrator.embedded.FreePort;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prometheus with our configuration, other targets and shorter intervals, and Alertmanager with our configuration. */
final class RunningPrometheus implements AutoCloseable {

    private final Http http = new Http();
    private final Path directory;
    private final int port = FreePort.find();
    private final int alertmanagerPort = FreePort.find();
    private final List<Process> processes;

    private RunningPrometheus(Path directory, List<String> targets, String webhook) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory.resolve("rules"));
        for (var rules : List.of("rules/alerts.yml", "rules/recording.yml")) {
            Files.copy(PROMETHEUS.resolve(rules), directory.resolve(rules));
        }
        list("targets/services.json", targets);
        list("alertmanagers/alertmanager.json", List.of("127.0.0.1:" + alertmanagerPort));
        write("prometheus.yml", read("prometheus.yml").replace("interval: 15s", "interval: 2s"));
        write(
                "alertmanager.yml",
                read("alertmanager.yml").replace("group_wait: 10s", "group_wait: 1s")
                        + "    webhook_configs:\n      - url: " + webhook + "\n");
        this.processes = List.of(prometheus(), alertmanager());
    }

    static RunningPrometheus start(Path directory, List<String> targets, String webhook) throws IOException {
        return new RunningPrometheus(directory, targets, webhook);
    }

    /** Whether the result contains a number. */
    boolean knows(String expr) {
        var url = "http://127.0.0.1:" + port + "/api/v1/query";
        var answer = http.post(
                url, "application/x-www-form-urlencoded", "query=" + URLEncoder.encode(expr, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(
                    expr + ": " + answer.path("error").asText());
        }
        return each(answer.at("/data/result"))
                .anyMatch(sample -> !sample.at("/value/1").asText().equals("NaN"));
    }

    private Process prometheus() throws IOException {
        return Tool.PROMETHEUS.start(
                directory.resolve("prometheus.log"),
                List.of(
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port));
    }

    private Process alertmanager() throws IOException {
        return Tool.ALERTMANAGER.start(
                directory.resolve("alertmanager.log"),
                List.of(
                        "--config.file=" + directory.resolve("alertmanager.yml"),
                        "--storage.path=" + directory.resolve("alerts"),
                        "--web.listen-address=127.0.0.1:" + alertmanagerPort,
                        "--cluster.listen-address="));
    }

    private void list(String file, List<String> targets) throws IOException {
        write(file, JSON.writeValueAsString(List.of(Map.of("targets", targets))));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), text);
    }

    private static String read(String file) throws IOException {
        return Files.readString(PROMETHEUS.resolve(file));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }
}
