package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.cli.ExitCode;
import io.fleetorchestrator.cli.Output;
import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.workload.DecisionText;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.runtime.logging.Logging;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

    @Mixin
    UpOptions options = new UpOptions();

    @Spec
    CommandSpec command = CommandSpec.create();

    private final Output output = new Output();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        Logging.silence();
        var main = Thread.currentThread();
        var hook = new Thread(() -> stop(main), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var data = DataDirectory.open(options.dataDir);
                var backbone = backbone(data);
                var fleet = new LocalFleet(backbone, data.state())) {
            run(backbone, fleet, new Progress(System.out, output.coloured()));
        } catch (InterruptedException toldToStop) {
            // Ctrl-C: everything was closed on the way here.
        } finally {
            stopped.countDown();
        }
        return ExitCode.OK;
    }

    private Backbone backbone(DataDirectory data) {
        if (options.bootstrapServers.isPresent() != options.schemaRegistryUrl.isPresent()) {
            throw new ParameterException(
                    command.commandLine(), "--bootstrap-servers and --schema-registry-url belong together: give both");
        }
        return options.bootstrapServers.isPresent()
                ? Backbone.existing(options.bootstrapServers.get(), options.schemaRegistryUrl.orElseThrow())
                : EmbeddedBackbone.start(data, options.kafkaPort, options.registryPort);
    }

    private void run(Backbone backbone, LocalFleet fleet, Progress progress) throws InterruptedException, IOException {
        progress.step("kafka", backbone.bootstrapServers());
        progress.step("registry", backbone.registryUrl());
        var cluster = cluster(backbone);
        prepare(cluster);
        progress.step("topics", Topics.all().size() + " under " + Topics.DEFAULT_PREFIX);
        var watch =
                new Thread(new DecisionWatch(cluster, new DecisionText(output.coloured()), progress::line), "watch");
        watch.setDaemon(true);
        watch.start();
        progress.step("scheduler", ops(fleet.start(new Scheduler(), 0).port()));
        progress.step("forecaster", ops(fleet.start(new Forecaster(), 0).port()));
        fleet.start(new CommandCenter(), 0, "--web-port", Integer.toString(options.httpPort));
        progress.step("page", "http://127.0.0.1:" + options.httpPort);
        var producer = fleet.start(
                new TelemetryProducer(Clock.systemUTC(), phases(progress, new ForecastsCaughtUp(cluster))),
                0,
                producerFlags());
        progress.step("twin", ops(producer.port()) + ", " + options.history.toDays() + " days of history");
        announce(backbone);
        producer.awaitEnd();
    }

    private static ProducerListener phases(Progress progress, ForecastsCaughtUp forecasts) {
        return new ProducerListener() {
            @Override
            public void entered(Phase phase, Instant eventTime) {
                if (phase != Phase.BACKFILL) {
                    forecasts.await(eventTime);
                }
                progress.line(
                        "telemetry: " + phase.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " from "
                                + DecisionText.moment(eventTime));
            }
        };
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

    private String[] producerFlags() {
        var flags = new ArrayList<>(List.of(
                "--seed", Long.toString(options.seed),
                "--backfill", options.history.toString(),
                "--catch-up", options.lapse.toString(),
                "--speed", Long.toString(Math.round(options.speed)),
                "--workloads", "true",
                "--rate", Double.toString(options.rate)));
        options.regions.ifPresent(count -> flags.addAll(List.of("--regions", Integer.toString(count))));
        options.fleets.ifPresent(count -> flags.addAll(List.of("--fleets", Integer.toString(count))));
        return flags.toArray(String[]::new);
    }

    private static void announce(Backbone backbone) throws IOException {
        Path file = RunningFleet.file(System.getenv());
        new RunningFleet(
                        backbone.bootstrapServers(),
                        backbone.registryUrl(),
                        ProcessHandle.current().pid())
                .announce(file);
    }

    private static String ops(int port) {
        return "http://127.0.0.1:" + port + "/metrics";
    }

    /** The JVM must not end before everything is closed: half-written transactions would hold readers up. */
    private void stop(Thread main) {
        main.interrupt();
        try {
            stopped.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
