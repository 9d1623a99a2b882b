package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.benchmarks.cluster.BrokerProcess;
import io.fleetorchestrator.embedded.registry.EmbeddedRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A broker in a process of its own, a registry and a temporary directory, all removed at the end. */
final class BenchEnvironment implements AutoCloseable {

    private final Path directory;
    private final BrokerProcess broker;
    private final EmbeddedRegistry registry;

    private BenchEnvironment(Path directory, BrokerProcess broker, EmbeddedRegistry registry) {
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
    }

    static BenchEnvironment open() throws IOException {
        var directory = Files.createTempDirectory("fleet-bench-");
        var broker = BrokerProcess.start(directory.resolve("kafka"));
        return new BenchEnvironment(
                directory, broker, EmbeddedRegistry.start(directory.resolve("registry"), "127.0.0.1", 0));
    }

    BenchCluster cluster() {
        return new BenchCluster(broker.bootstrapServers(), registry.url(), directory);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
