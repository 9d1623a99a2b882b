package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.oracle.HourRecount;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A region with valid telemetry: a reading every ten minutes, and a closed hour for every six of them. */
public final class Meadow {

    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TopicSpace topics;
    private final String region;
    private final List<TelemetryReading> sent = new ArrayList<>();

    public Meadow(TopicSpace topics, String region) {
        this.topics = topics;
        this.region = region;
    }

    public void sendAnHour() {
        for (int reading = 0; reading < 6; reading++) {
            var at = START.plus(Duration.ofMinutes(10L * sent.size()));
            var value = TelemetryReading.newBuilder()
                    .setRegion(region)
                    .setFleet(region)
                    .setObservedAt(at)
                    .setTemperatureC(20.0 + sent.size() % 7)
                    .build();
            topics.send(Topics.TELEMETRY_READINGS, region, value, at);
            sent.add(value);
        }
    }

    /** Every hour but the last, which is still open. */
    public Findings audit() {
        int closed = sent.size() / 6 - 1;
        Awaitility.await("hours of a good neighbour")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> hours().size() >= closed);
        return HourRecount.audit(sent, hours(), START.plus(Duration.ofHours(closed)));
    }

    private List<HourlyFeatures> hours() {
        return topics.all(Topics.TELEMETRY_HOURLY).stream()
                .map(record -> record.value())
                .filter(hour -> hour.getRegion().equals(region))
                .toList();
    }
}
