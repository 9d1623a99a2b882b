package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Meadow;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.testing.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Hostile records on every topic that services read, among those of well-behaved clients, while services are killed. */
public final class Campaign implements AutoCloseable {

    private static final int BATCH = 100;
    private static final int GOOD_PER_SECOND = 100;

    /** Decisions for well-behaved clients between two batches; no batch may stop them. */
    private static final int ANSWERS_PER_BATCH = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FaultScenario scene;
    private final Services services;
    private final HostileTraffic traffic;
    private final Meadow meadow;
    private final Deck deck;
    private final Progress progress;

    private Campaign(Platform platform, long seed) {
        scene = FaultScenario.of(platform, Requests::modest);
        Ordinary.publishFleets(scene.topics());
        services = new Services(scene).awaitReady();
        traffic = new HostileTraffic(platform, scene.topics());
        meadow = new Meadow(scene.topics(), "meadow");
        deck = new Deck(Target.all(scene.topics(), platform.registryUrl()), seed);
        progress = new Progress(platform, scene.topics());
    }

    public static Campaign on(Platform platform, long seed) {
        System.out.printf("hostile campaign with -Dhostile.seed=%d%n", seed);
        return new Campaign(platform, seed);
    }

    /** Sends this many records, with this many kills at even distances. */
    public void run(int records, int kills) {
        scene.send(GOOD_PER_SECOND);
        int batches = Math.max(kills + 1, records / BATCH);
        for (int batch = 0; batch < batches; batch++) {
            for (int record = 0; record < BATCH; record++) {
                traffic.send(deck.next());
            }
            meadow.sendAnHour();
            if ((batch + 1) % (batches / (kills + 1)) == 0 && batch + 1 < batches) {
                services.killAndRestart();
            }
            guarded("answers to good neighbours", () -> scene.awaitMore(ANSWERS_PER_BATCH));
        }
        traffic.flush();
        services.awaitReady();
        guarded("all records to be read", this::awaitRead);
        scene.finish();
    }

    private void awaitRead() {
        Awaitility.await("all records to be read")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> next().isEmpty() || !services.stopped().isEmpty());
    }

    /** Names the records at which the services are stuck, if they are. */
    private void guarded(String awaited, Runnable wait) {
        try {
            wait.run();
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(
                    "waited for %s; stopped: %s; next records: %s".formatted(awaited, services.stopped(), next()),
                    stuck);
        }
        if (!services.stopped().isEmpty()) {
            throw new AssertionError("stopped: %s; next records: %s".formatted(services.stopped(), next()));
        }
    }

    private Map<TopicPartition, Sent> next() {
        return progress.next(traffic.acked());
    }

    /** The findings, and the table of what was sent. */
    public Findings judge() {
        var verdict = new CampaignJudge(scene).judge(traffic.acked());
        return verdict.and(meadow.audit());
    }

    /** Services that ended without being stopped. */
    public List<String> stopped() {
        services.awaitReady();
        return services.stopped();
    }

    /** Lines of all services' metrics with the name of a fleet that got a single request. */
    public long metricsOfStrangers() {
        return services.metrics()
                .filter(line -> line.contains(Ordinary.STRANGER))
                .count();
    }

    /** Lines of our own metrics; those of the Kafka clients vary with the assigned partitions. */
    public long metricsLines() {
        return services.metrics().filter(line -> line.startsWith("fleet_")).count();
    }

    /** Bytes of all changelogs per byte that was sent to the services. */
    public double changelogBytesPerByteSent() {
        return (double) Changelogs.bytes(scene.platform(), scene.topics(), "") / traffic.bytes();
    }

    /** The measured values that the test bounds. */
    public void printFigures() {
        System.out.printf(
                "%,d hostile bytes acknowledged, %.2f bytes in changelogs for each of them, %,d lines of our metrics, of which"
                        + " %d name strangers, %,d requests of good neighbours%n",
                traffic.bytes(),
                changelogBytesPerByteSent(),
                metricsLines(),
                metricsOfStrangers(),
                scene.acked().size());
    }

    @Override
    public void close() {
        traffic.close();
        services.close();
        scene.close();
    }
}
