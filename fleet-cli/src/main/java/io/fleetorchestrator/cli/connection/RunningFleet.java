package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running {@code fleet up} can be reached, kept in a file of the user so that commands in a second terminal need
 * no flags.
 */
public record RunningFleet(String bootstrapServers, String registryUrl, String topicPrefix, long pid) {

    /** The file of this user, unless FLEET_HOME names another place. */
    public static Path file(Map<String, String> env) {
        var named = env.getOrDefault("FLEET_HOME", "");
        var home = named.isBlank() ? Path.of(System.getProperty("user.home"), ".fleet") : Path.of(named);
        return home.resolve("running.properties");
    }

    /** The running fleet that the file tells of; empty when there is none or its process has gone. */
    public static Optional<RunningFleet> find(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException vanished) {
            // It was there a moment ago: the fleet has just stopped.
            return Optional.empty();
        }
        return Optional.of(from(properties)).filter(RunningFleet::isAlive);
    }

    private static RunningFleet from(Properties properties) {
        return new RunningFleet(
                properties.getProperty("bootstrap.servers", ""),
                properties.getProperty("registry.url", ""),
                properties.getProperty("topic.prefix", Topics.DEFAULT_PREFIX),
                Long.parseLong(properties.getProperty("pid", "0")));
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** Tells later commands where this fleet is. */
    public void announce(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("registry.url", registryUrl);
        properties.setProperty("topic.prefix", topicPrefix);
        properties.setProperty("pid", Long.toString(pid));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "A running 'fleet up'");
        }
    }

    /** Takes the announcement back, unless another fleet has announced itself in the meantime. */
    public void withdraw(Path file) throws IOException {
        if (find(file).filter(this::equals).isPresent()) {
            Files.deleteIfExists(file);
        }
    }
}
