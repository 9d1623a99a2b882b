package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.cli.Complaint;
import io.fleetorchestrator.cli.Output;
import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet up}: broker, registry, twin, forecaster, scheduler and page in one JVM. */
@Command(
        name = "up",
        description = "Runs everything in one process, with an own Kafka and made-up telemetry.",
        footer = {"", "In a second terminal: fleet decisions --follow", "Ctrl-C stops everything."})
public final class UpCommand implements Callable<Integer> {

    /** Seconds as a rule; a machine that builds something beside has been seen to take one. */
    private static final Duration START = Duration.ofMinutes(3);

    @Mixin
    UpOptions options = new UpOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    private final Output output = new Output();
    private final Path log = RunningFleet.file(System.getenv()).resolveSibling("up.log");

    @Override
    public Integer call() throws Exception {
        requireConsistency();
        Logging.toFile(log);
        var screen = new Screen(System.out, output.coloured(), output.isTerminal(), output.width());
        try (var stop = StopSignal.listen()) {
            return stop.guard(() -> run(screen));
        } finally {
            screen.line("Stopped.");
        }
    }

    private void requireConsistency() {
        if (options.bootstrapServers.isPresent() != options.schemaRegistryUrl.isPresent()) {
            throw new ParameterException(
                    command.commandLine(), "--bootstrap-servers and --schema-registry-url belong together: give both");
        }
        Ports.requireFree(options.kafkaPort, "--kafka-port");
        Ports.requireFree(options.registryPort, "--registry-port");
        Ports.requireFree(options.httpPort, "--http-port");
    }

    private int run(Screen screen) throws InterruptedException, IOException {
        try (var data = DataDirectory.open(options.dataDir);
                var backbone = backbone(data);
                var fleet = new LocalFleet(backbone, data.state())) {
            screen.step("kafka", backbone.bootstrapServers());
            screen.step("registry", backbone.registryUrl());
            return serve(backbone, fleet, screen);
        }
    }

    private Backbone backbone(DataDirectory data) {
        return options.bootstrapServers.isPresent()
                ? Backbone.existing(options.bootstrapServers.get(), options.schemaRegistryUrl.orElseThrow())
                : EmbeddedBackbone.start(data, options.kafkaPort, options.registryPort);
    }

    private int serve(Backbone backbone, LocalFleet fleet, Screen screen) throws InterruptedException, IOException {
        var cluster = cluster(backbone);
        prepare(cluster);
        screen.step("topics", Topics.all().size() + " under " + Topics.DEFAULT_PREFIX);
        var scheduler = fleet.start(new Scheduler());
        var forecaster = fleet.start(new Forecaster());
        fleet.start(new CommandCenter(), "--web-port", Integer.toString(options.httpPort));
        screen.draw("services", 0, "waiting for scheduler, forecaster and page");
        if (!fleet.awaitReady(START)) {
            throw new Complaint(
                    "the services did not get ready within " + START.toMinutes() + " minutes", "see " + log);
        }
        screen.step("services", "scheduler, forecaster, page on http://127.0.0.1:" + options.httpPort);
        var narrator = new Narrator(
                screen, output.coloured(), output.width(), whereToLook(backbone, scheduler.port(), forecaster.port()));
        var frontier = new Frontier();
        FleetWatch.start(cluster, frontier, narrator);
        var teller = new HistoryTeller(screen, frontier, () -> regions(cluster), options.speed, narrator::listen);
        fleet.start(new TelemetryProducer(Clock.systemUTC(), teller), options.producerFlags());
        var here = new RunningFleet(
                backbone.bootstrapServers(),
                backbone.registryUrl(),
                ProcessHandle.current().pid());
        here.announce(RunningFleet.file(System.getenv()));
        try {
            throw new Complaint("the " + fleet.awaitEnd() + " has stopped by itself", "see " + log);
        } finally {
            here.withdraw(RunningFleet.file(System.getenv()));
        }
    }

    private static Connection cluster(Backbone backbone) {
        return new Connection(
                Topics.DEFAULT_PREFIX,
                Map.of(
                        "bootstrap.servers",
                        backbone.bootstrapServers(),
                        AvroSerdes.SCHEMA_REGISTRY_URL,
                        backbone.registryUrl()));
    }

    private static void prepare(Connection cluster) {
        try (var admin = cluster.admin();
                var serdes = cluster.serdes()) {
            TopicPlan.of(cluster.topicPrefix(), 0).apply(admin);
            serdes.publish(cluster.topicPrefix());
        }
    }

    private static Set<String> regions(Connection cluster) {
        try (var serdes = cluster.serdes()) {
            return cluster.latest(serdes, Topics.FLEET_PROFILES).values().stream()
                    .flatMap(profile -> profile.getRegions().stream())
                    .map(RegionProfile::getRegion)
                    .collect(Collectors.toSet());
        }
    }

    private List<String> whereToLook(Backbone backbone, int schedulerPort, int forecasterPort) {
        var page = "http://127.0.0.1:" + options.httpPort;
        return List.of(
                line("page", page),
                line("API", page + "/api/v1/openapi.json"),
                line(
                        "metrics",
                        "http://127.0.0.1:" + schedulerPort + "/metrics, and of the forecaster on " + forecasterPort),
                line("kafka", backbone.bootstrapServers()),
                line("registry", backbone.registryUrl()),
                line("log", log.toString()),
                line("ask", "./fleet submit --home arizona --power-mw 5 --hours 4 --deadline PT18H --wait"));
    }

    private static String line(String what, String where) {
        return String.format(Locale.ROOT, "  %-9s %s", what, where);
    }
}
