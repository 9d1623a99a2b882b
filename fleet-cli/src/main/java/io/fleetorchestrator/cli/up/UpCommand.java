package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.OptionalPart;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.home.Leftovers;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet up}: broker, registry, twin, forecaster, scheduler and page in one JVM. */
@Command(
        name = "up",
        description = "Runs everything in one process: own Kafka, made-up telemetry.",
        footer = {"", "In a second terminal: fleet decisions --follow", "Ctrl-C stops everything."})
public final class UpCommand implements Callable<Integer> {

    /** Seconds as a rule; a machine that builds something beside has been seen to take one. */
    private static final Duration START = Duration.ofMinutes(3);

    /** After a crash it takes up what it held; nobody waits until the groups have given up on the dead. */
    private static final String[] NAMED = {"--instance-id", "up"};

    @Mixin
    UpOptions options = new UpOptions();

    private final Output output = new Output();
    private final RunningFleets fleets = RunningFleets.of(System.getenv());

    @Override
    public Integer call() throws Exception {
        var existing = options.existing.resolve(System.getenv(), topicPrefix());
        if (existing.isEmpty()) {
            OptionalPart.BROKER.require();
        }
        Ports.requireFree(options.kafkaPort, "--kafka-port");
        Ports.requireFree(options.registryPort, "--registry-port");
        Ports.requireFree(options.httpPort, "--http-port");
        var regions = options.regionsOfProducer();
        var where = Addresses.of(options, fleets);
        Logging.toFile(where.log());
        Leftovers.remove(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
        var screen = new Screen(System.out, output.coloured(), output.isTerminal(), output.width());
        try (var stop = StopSignal.listen()) {
            return stop.guard(() -> run(existing, where, new ForecastProgress(regions), screen));
        }
    }

    private int run(Optional<ClusterConnection> existing, Addresses where, ForecastProgress frontier, Screen screen)
            throws InterruptedException, IOException {
        try (var data = DataDirectory.open(options.dataDir)) {
            return run(existing, data, where, frontier, screen);
        } finally {
            // Before the signal lets the JVM go, which takes the last words with it.
            screen.end("Stopped.");
        }
    }

    private int run(
            Optional<ClusterConnection> existing,
            DataDirectory data,
            Addresses where,
            ForecastProgress frontier,
            Screen screen)
            throws InterruptedException, IOException {
        var disk = new DiskSpace(data.path());
        disk.require();
        BrokerHalt.explain(() -> disk.ofBroker(where.log().toString()), output);
        try (var backbone = existing.map(KafkaStack::existing).orElseGet(() -> embedded(data));
                var fleet = new LocalFleet(backbone.cluster(), data.state())) {
            screen.step("kafka", backbone.cluster().bootstrapServers());
            screen.step("registry", backbone.cluster().registryUrl());
            prepare(backbone.cluster());
            screen.step("topics", Topics.all().size() + " under " + topicPrefix());
            return serve(backbone.cluster(), fleet, where, frontier, screen);
        } catch (RuntimeException failed) {
            if (disk.isFull()) {
                throw disk.complaint().causedBy(failed);
            }
            throw failed;
        }
    }

    private KafkaStack embedded(DataDirectory data) {
        return EmbeddedKafkaStack.start(data, options.kafkaPort, options.registryPort, topicPrefix());
    }

    private String topicPrefix() {
        return options.topicPrefix.resolve(System.getenv());
    }

    private static void prepare(ClusterConnection cluster) {
        try (var admin = cluster.admin();
                var serdes = cluster.serdes()) {
            TopicPlan.of(cluster.topicPrefix(), 0).apply(admin);
            serdes.publish(cluster.topicPrefix());
        }
    }

    private int serve(
            ClusterConnection cluster, LocalFleet fleet, Addresses where, ForecastProgress frontier, Screen screen)
            throws InterruptedException, IOException {
        var signpost = startServices(cluster, fleet, where, screen);
        var narrator = new Narrator(screen, output.coloured(), output.width(), signpost.lines());
        FleetWatch.start(cluster, frontier, narrator);
        var teller = new StartupProgress(screen, frontier, options.speed, narrator::listen);
        fleet.start(new TelemetryProducer(Clock.systemUTC(), teller), options.producerFlags());
        return announced(cluster, fleet, where);
    }

    private EndpointSummary startServices(ClusterConnection cluster, LocalFleet fleet, Addresses where, Screen screen)
            throws InterruptedException {
        var page = "http://127.0.0.1:" + where.httpPort();
        var scheduler = fleet.start(new Scheduler(), NAMED);
        var forecaster = fleet.start(new Forecaster(), NAMED);
        fleet.start(new CommandCenter(), "--web-port", Integer.toString(where.httpPort()));
        screen.draw("services", 0, "waiting for scheduler, forecaster and page");
        if (!fleet.awaitReady(START)) {
            throw new CliException(
                    "the services did not get ready within " + START.toMinutes() + " minutes", "see " + where.log());
        }
        screen.step("services", "scheduler, forecaster, page on " + page);
        return new EndpointSummary(cluster, page, scheduler.port(), forecaster.port(), where.log());
    }

    /** Lets commands in a second terminal find this fleet, for as long as all of it runs. */
    private int announced(ClusterConnection cluster, LocalFleet fleet, Addresses where)
            throws InterruptedException, IOException {
        var here = RunningFleet.here(where.name(), cluster);
        fleets.announce(here);
        try {
            throw new CliException(fleet.awaitEnd(), "see " + where.log());
        } finally {
            fleets.withdraw(here);
        }
    }
}
