package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.service.RelayMain.RelaySettings;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;

/** Starts relays and sends readings, for tests. */
public final class Relay {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private Relay() {}

    /** Starts a relay in this JVM and waits until it is ready. */
    public static ServiceHost start(Path state, String... flags) throws InterruptedException {
        var all = Stream.concat(Arrays.stream(flags), Stream.of("--http-port", "0", "--state-dir", state.toString()))
                .toArray(String[]::new);
        var host = ServiceHost.start(new RelayMain(), Settings.parse(RelaySettings.class, all, Map.of()));
        Awaitility.await("relay to be ready")
                .atMost(Duration.ofMinutes(1))
                .until(() -> host.health().isReady());
        return host;
    }

    /** Sends a reading of this region. */
    public static void send(TopicSpace topics, String region) {
        send(topics, region, "global");
    }

    /** Sends a reading of this region in this fleet, and returns its partition and offset. */
    public static RecordMetadata send(TopicSpace topics, String region, String fleet) {
        return topics.send(Topics.TELEMETRY_READINGS, region, reading(region, fleet), NOON);
    }

    private static TelemetryReading reading(String region, String fleet) {
        return TelemetryReading.newBuilder()
                .setRegion(region)
                .setFleet(fleet)
                .setObservedAt(NOON)
                .build();
    }
}
