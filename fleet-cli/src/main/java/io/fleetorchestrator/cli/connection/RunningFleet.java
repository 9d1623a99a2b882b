package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running {@code fleet up} can be reached.
 *
 * @param name by which commands choose it when several run
 * @param started start time of its process where the system gives it, because process ids are reused
 */
public record RunningFleet(
        String name,
        String bootstrapServers,
        String registryUrl,
        String topicPrefix,
        long pid,
        Optional<Instant> started) {

    /** The name of a fleet on the default port. */
    public static final String DEFAULT_NAME = "up";

    /** A fleet in this process. */
    public static RunningFleet here(String name, ClusterConnection cluster) {
        var process = ProcessHandle.current();
        return new RunningFleet(
                name,
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                cluster.topicPrefix(),
                process.pid(),
                process.info().startInstant());
    }

    static RunningFleet from(String name, Properties properties) {
        return new RunningFleet(
                name,
                properties.getProperty("bootstrap.servers", ""),
                properties.getProperty("registry.url", ""),
                properties.getProperty("topic.prefix", Topics.DEFAULT_PREFIX),
                number(properties, "pid").orElse(0L),
                number(properties, "started").map(Instant::ofEpochMilli));
    }

    private static Optional<Long> number(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("registry.url", registryUrl);
        properties.setProperty("topic.prefix", topicPrefix);
        properties.setProperty("pid", Long.toString(pid));
        started.ifPresent(instant -> properties.setProperty("started", Long.toString(instant.toEpochMilli())));
        return properties;
    }

    /** Whether the process that announced it is still alive. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(process -> started.isEmpty()
                        || process.info().startInstant().isEmpty()
                        || process.info().startInstant().equals(started))
                .isPresent();
    }

    String described() {
        return name + " (" + bootstrapServers + ", process " + pid + ")";
    }
}
