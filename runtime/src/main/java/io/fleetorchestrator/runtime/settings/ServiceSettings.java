package io.fleetorchestrator.runtime.settings;

import java.nio.file.Path;
import java.util.Optional;

/** The settings that every service has. */
public record ServiceSettings(
        @Setting(doc = "Kafka brokers to start from, host:port, comma-separated", defaultValue = "localhost:9092")
        String bootstrapServers,

        @Setting(doc = "Confluent-compatible schema registry", defaultValue = "http://localhost:8081")
        String schemaRegistryUrl,

        @Setting(doc = "Put before every topic name", defaultValue = "fleet.")
        String topicPrefix,

        @Setting(doc = "Consumer group and prefix of internal topics; the service has its own when empty")
        Optional<String> applicationId,

        @Setting(
                doc = "Directory of local state; keep it on a disk that survives restarts",
                defaultValue = ".fleet/state")
        Path stateDir,

        @Setting(doc = "Address on which metrics and health are served", defaultValue = "0.0.0.0")
        String httpHost,

        @Setting(doc = "Port on which metrics and health are served; 0 takes a free one", defaultValue = "8080")
        int httpPort,

        @Setting(
                doc = "Log lines as text or JSON; auto is text on a terminal and JSON elsewhere",
                defaultValue = "auto")
        LogFormat logFormat,

        @Setting(doc = "From which level up our own lines are logged", defaultValue = "info")
        LogLevel logLevel) {

    private static final int HIGHEST_PORT = 65_535;

    public ServiceSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrap-servers is empty; write it like broker-1:9092,broker-2:9092");
        }
        if (httpPort < 0 || httpPort > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "http-port: " + httpPort + " is not a port; ports are 0 to " + HIGHEST_PORT);
        }
    }
}
