package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.Fleet;
import io.fleetorchestrator.cli.Typed;
import io.fleetorchestrator.cli.connection.RunningFleet;
import io.fleetorchestrator.cli.connection.RunningFleets;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.client.SkippedRecords;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A {@code fleet up --data-dir} that is stopped or killed and started again, and the requests that it acknowledged. */
final class KeptFleet implements AutoCloseable {

    /** Seconds on an idle machine; a minute was seen on a busy one. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final Path data;
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private ChildService up;

    /** Starts it; its history is short, so that a start takes seconds. */
    KeptFleet(Path home, Path data) {
        this.home = home;
        this.data = data;
        this.up = launch();
    }

    private ChildService launch() {
        return ChildService.start(
                Fleet.class,
                Map.of("FLEET_HOME", home.toString()),
                "up",
                "--data-dir",
                data.toString(),
                "--history",
                "P4D",
                "--lapse",
                "PT1H",
                "--speed",
                "3600");
    }

    /** Waits until its forecasts have caught up with the history; fails when it ends before. */
    void awaitAtWork() {
        up.awaitOutput("✔ forecasts");
        Awaitility.await("the announcement")
                .atMost(PATIENCE)
                .until(() -> !fleets().all().isEmpty());
    }

    void startAgain() {
        up.close();
        up = launch();
    }

    void kill() {
        up.kill();
    }

    int awaitExit() {
        return up.awaitExit();
    }

    String output() {
        return up.output();
    }

    private RunningFleets fleets() {
        return RunningFleets.of(Map.of("FLEET_HOME", home.toString()));
    }

    private RunningFleet running() {
        return fleets().only().orElseThrow();
    }

    ClusterConnection cluster() {
        var running = running();
        return ClusterConnection.of(running.bootstrapServers(), running.registryUrl(), running.topicPrefix());
    }

    /** A command in another terminal. */
    Typed type(String... words) {
        var running = running();
        return Typed.run(Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--bootstrap-servers",
                                running.bootstrapServers(),
                                "--schema-registry-url",
                                running.registryUrl()))
                .toArray(String[]::new));
    }

    /**
     * Submits these requests one after the other, and remembers those that were acknowledged.
     *
     * @return whether all were
     */
    boolean submit(String name, int count) throws InterruptedException {
        var cluster = cluster();
        var config = cluster.kafka().producer();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000L);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        try (var serdes = cluster.serdes();
                var producer = new KafkaProducer<>(
                        config,
                        new StringSerializer(),
                        serdes.valueSerde(Topics.WORKLOAD_REQUESTS).serializer())) {
            for (int i = 0; i < count; i++) {
                var request = request(name + "-" + i);
                var record = new ProducerRecord<>(
                        Topics.WORKLOAD_REQUESTS.name(cluster.topicPrefix()), request.getFleet(), request);
                producer.send(record).get(10, TimeUnit.SECONDS);
                acknowledged.add(request.getRequestId());
            }
            return true;
        } catch (ExecutionException | TimeoutException refused) {
            return false;
        }
    }

    private static WorkloadRequest request(String id) {
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet("global")
                .setAction(RequestAction.SUBMIT)
                .setSubmittedAt(Instant.now())
                .setPowerMw(0.01)
                .setDurationHours(1)
                .build();
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How often each acknowledged request has been decided, once there is a decision on every one. */
    Map<String, Integer> awaitDecisions() {
        return Awaitility.await("a decision on each of " + acknowledged.size() + " requests")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::decisions, decided -> decided.keySet().equals(acknowledged));
    }

    private Map<String, Integer> decisions() {
        var times = new HashMap<String, Integer>();
        try (var serdes = cluster().serdes();
                var reader = cluster().reader(serdes, Topics.WORKLOAD_DECISIONS, new SkippedRecords(line -> {}))) {
            reader.readToEnd(decision -> {
                if (acknowledged.contains(decision.value().getRequestId())) {
                    times.merge(decision.value().getRequestId(), 1, Integer::sum);
                }
            });
        }
        return times;
    }

    @Override
    public void close() {
        up.close();
    }
}
