package io.fleetorchestrator.dashboards;

import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.embedded.EmbeddedKafka;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.embedded.registry.EmbeddedRegistry;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All services on their own broker and registry, after three weeks of history. */
final class RunningStack implements AutoCloseable {

    /** Models need two weeks, and the worst week needs a calibrated one. */
    private static final String HISTORY = "P21D";

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final ClusterConnection cluster;
    private final Path directory;
    private final List<ServiceHost> services = new ArrayList<>();
    private final int page = FreePort.find();

    private RunningStack(Path directory) {
        this.directory = directory;
        this.kafka = EmbeddedKafka.in(directory.resolve("kafka"));
        kafka.start();
        this.registry = EmbeddedRegistry.start(directory.resolve("registry"), "127.0.0.1", 0);
        this.cluster = ClusterConnection.of(kafka.bootstrapServers(), registry.url(), Topics.DEFAULT_PREFIX);
    }

    static RunningStack start(Path directory) throws InterruptedException {
        var stack = new RunningStack(directory);
        stack.prepareTopics();
        stack.start(new Scheduler());
        stack.start(new Forecaster());
        stack.start(new CommandCenter(), "--web-port", "" + stack.page, "--anonymous-role", "OPERATOR");
        stack.start(
                new TelemetryProducer(Clock.systemUTC(), stack.onceModelsAreThere()),
                "--backfill",
                HISTORY,
                "--catch-up",
                "PT3H",
                "--speed",
                "1800",
                "--workloads",
                "true");
        return stack;
    }

    /** A model takes effect at the next hour, so the last hours of history are played after it is published. */
    private ProducerListener onceModelsAreThere() {
        return new ProducerListener() {
            @Override
            public void entered(Phase phase, Instant eventTime) {
                if (phase == Phase.CATCH_UP) {
                    await("a model").atMost(Duration.ofMinutes(5)).until(RunningStack.this::hasModels);
                }
            }
        };
    }

    private boolean hasModels() {
        try (var serdes = cluster.serdes()) {
            return cluster.latest(serdes, Topics.FORECAST_MODELS).containsKey(Signal.TEMPERATURE.name());
        }
    }

    private void prepareTopics() {
        try (var admin = cluster.admin();
                var serdes = cluster.serdes()) {
            TopicPlan.of(cluster.topicPrefix(), 0).apply(admin);
            serdes.publish(cluster.topicPrefix());
        }
    }

    private <X extends Record> void start(Service<X> service, String... flags) throws InterruptedException {
        var common = Stream.of(
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--schema-registry-url",
                registry.url(),
                "--state-dir",
                directory.resolve("state").toString(),
                "--http-host",
                "127.0.0.1",
                "--http-port",
                "0");
        var all = Stream.concat(common, Stream.of(flags)).toArray(String[]::new);
        services.add(ServiceHost.start(service, Settings.parse(service.settingsType(), all, Map.of())));
    }

    /** The metrics endpoints of the services. */
    List<String> targets() {
        return services.stream().map(service -> "127.0.0.1:" + service.port()).toList();
    }

    /** The address of the command center. */
    String page() {
        return "http://127.0.0.1:" + page;
    }

    /** Publishes a profile with another temperature limit of a region. */
    void limit(String region, double celsius) throws Exception {
        try (var serdes = cluster.serdes();
                var profiles = cluster.writer(serdes, Topics.FLEET_PROFILES)) {
            for (var profile : cluster.latest(serdes, Topics.FLEET_PROFILES).values()) {
                var changed = FleetProfile.newBuilder(profile)
                        .setUpdatedAt(Instant.now())
                        .setRegions(profile.getRegions().stream()
                                .map(known -> known.getRegion().equals(region) ? limited(known, celsius) : known)
                                .toList())
                        .build();
                profiles.write(profile.getFleet(), changed, changed.getUpdatedAt());
            }
        }
    }

    private static RegionProfile limited(RegionProfile region, double celsius) {
        return RegionProfile.newBuilder(region).setTemperatureLimitC(celsius).build();
    }

    @Override
    public void close() {
        Collections.reverse(services);
        services.forEach(ServiceHost::close);
        registry.close();
        kafka.close();
    }
}
