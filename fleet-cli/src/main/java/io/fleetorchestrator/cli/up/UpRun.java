package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of {@code fleet up}: starts the parts in their order, and runs until one of them ends. */
final class UpRun {

    /** Usually a few seconds; a minute was seen on a machine that was building something at the same time. */
    private static final Duration START = Duration.ofMinutes(3);

    /** A fixed name: after a crash, the services get their partitions back without waiting for a session timeout. */
    private static final String[] NAMED = {"--instance-id", "up"};

    private final UpOptions options;
    private final Addresses addresses;
    private final List<FleetModel> fleets;
    private final RunningFleets running;
    private final Output output;
    private final Screen screen;
    private final ForecastProgress forecasts;

    UpRun(UpOptions options, Addresses addresses, List<FleetModel> fleets, RunningFleets running, Output output) {
        this.options = options;
        this.addresses = addresses;
        this.fleets = fleets;
        this.running = running;
        this.output = output;
        this.screen = new Screen(System.out, output.coloured(), output.isTerminal(), output.width());
        this.forecasts = ForecastProgress.of(fleets);
    }

    int run(Optional<ClusterConnection> existing) throws InterruptedException, IOException {
        try (var data = DataDirectory.open(options.dataDir)) {
            return run(existing, data);
        } finally {
            // Before the signal ends the JVM, so that the line is still printed.
            screen.end("Stopped.");
        }
    }

    private int run(Optional<ClusterConnection> existing, DataDirectory data) throws InterruptedException, IOException {
        var disk = new DiskSpace(data.path());
        disk.require();
        BrokerHalt.explain(() -> disk.ofBroker(addresses.log().toString()), output);
        try (var kafka = existing.map(KafkaStack::existing).orElseGet(() -> embedded(data));
                var services = new LocalFleet(kafka.cluster(), data.state())) {
            screen.step("kafka", kafka.cluster().bootstrapServers());
            screen.step("registry", kafka.cluster().registryUrl());
            prepare(kafka.cluster());
            screen.step("topics", Topics.all().size() + " with the prefix " + options.prefix());
            start(kafka.cluster(), services);
            return awaitEnd(kafka.cluster(), services);
        } catch (RuntimeException failed) {
            if (disk.isFull()) {
                throw disk.failure().causedBy(failed);
            }
            throw failed;
        }
    }

    private KafkaStack embedded(DataDirectory data) {
        return EmbeddedKafkaStack.start(data, options.kafkaPort, options.registryPort, options.prefix());
    }

    private static void prepare(ClusterConnection cluster) {
        try (var admin = cluster.admin();
                var serdes = cluster.serdes()) {
            TopicPlan.of(cluster.topicPrefix(), 0).apply(admin);
            serdes.publish(cluster.topicPrefix());
        }
    }

    private void start(ClusterConnection cluster, LocalFleet services) throws InterruptedException {
        var endpoints = startServices(cluster, services);
        var activity = new ActivityPrinter(screen, output.coloured(), output.width(), endpoints.lines());
        FleetWatch.start(cluster, forecasts, activity);
        var progress = new StartupProgress(screen, forecasts, options.speed, activity::start);
        services.start(new TelemetryProducer(Clock.systemUTC(), progress), options.producerFlags());
    }

    private EndpointSummary startServices(ClusterConnection cluster, LocalFleet services) throws InterruptedException {
        var page = "http://127.0.0.1:" + addresses.httpPort();
        var scheduler = services.start(new Scheduler(), NAMED);
        var forecaster = services.start(new Forecaster(), NAMED);
        services.start(new CommandCenter(), "--web-port", Integer.toString(addresses.httpPort()));
        screen.draw("services", 0, "waiting for scheduler, forecaster and page");
        if (!services.awaitReady(START)) {
            throw new CliException(
                    "the services were not ready within " + START.toMinutes() + " minutes",
                    "see the log " + addresses.log());
        }
        screen.step("services", "scheduler, forecaster, page on " + page);
        return new EndpointSummary(
                cluster, page, scheduler.port(), forecaster.port(), addresses.log(), ExampleRequest.of(fleets));
    }

    /** Announces this fleet to commands in other terminals, as long as all of it runs. */
    private int awaitEnd(ClusterConnection cluster, LocalFleet services) throws InterruptedException, IOException {
        var here = RunningFleet.here(addresses.name(), cluster);
        running.announce(here);
        try {
            throw new CliException(services.awaitEnd(), "see the log " + addresses.log());
        } finally {
            running.withdraw(here);
        }
    }
}
