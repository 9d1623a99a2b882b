package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.console.OptionalPart;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.home.Leftovers;
import io.fleetorchestrator.runtime.logging.Logging;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet up}: broker, registry, simulator, forecaster, scheduler and command center in one JVM. */
@Command(
        name = "up",
        description = "Runs everything in one process, with a Kafka of its own and simulated telemetry.",
        footer = {"", "In a second terminal: fleet decisions --follow", "Ctrl-C stops everything."})
public final class UpCommand implements Callable<Integer> {

    @Mixin
    UpOptions options = new UpOptions();

    private final Output output = new Output();
    private final RunningFleets running = RunningFleets.of(System.getenv());

    @Override
    public Integer call() throws Exception {
        var existing = options.existing.resolve(System.getenv(), options.prefix());
        if (existing.isEmpty()) {
            OptionalPart.BROKER.require();
        }
        Ports.requireFree(options.kafkaPort, "--kafka-port");
        Ports.requireFree(options.registryPort, "--registry-port");
        Ports.requireFree(options.httpPort, "--http-port");
        var fleets = options.simulatedFleets();
        var addresses = Addresses.of(options, running);
        Logging.toFile(addresses.log());
        Leftovers.remove(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
        try (var stop = StopSignal.listen()) {
            return stop.guard(() -> new UpRun(options, addresses, fleets, running, output).run(existing));
        }
    }
}
