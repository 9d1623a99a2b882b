package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The readings in the topic, divided by plain rules into those that count and those that must be dead-lettered. */
final class ReadingLog {

    private final Duration grace;
    private final Instant now;
    private final List<TelemetryReading> sound = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Instant> newest = new HashMap<>();

    private ReadingLog(Duration grace, Instant now) {
        this.grace = grace;
        this.now = now;
    }

    static ReadingLog read(TopicSpace topics, Duration grace, Instant now) {
        var log = new ReadingLog(grace, now);
        try (var readings =
                topics.serdes().valueSerde(Topics.TELEMETRY_READINGS).deserializer()) {
            topics.allBytes(Topics.TELEMETRY_READINGS).forEach(record -> log.add(record, readings));
        }
        return log;
    }

    /** The readings that belong into hours. */
    List<TelemetryReading> sound() {
        return sound;
    }

    /** The positions of the others, each of which must become a dead letter. */
    List<String> refused() {
        return refused;
    }

    private void add(ConsumerRecord<String, byte[]> record, Deserializer<TelemetryReading> readings) {
        try {
            var reading = readings.deserialize(record.topic(), record.value());
            if (reading.getObservedAt().isAfter(now) || isLate(reading)) {
                refuse(record);
            } else {
                newest.merge(
                        reading.getRegion(), reading.getObservedAt(), (one, other) -> one.isAfter(other) ? one : other);
                sound.add(reading);
            }
        } catch (PoisonRecordException poison) {
            refuse(record);
        }
    }

    /** Whether its hour was closed already by later readings of its region. */
    private boolean isLate(TelemetryReading reading) {
        var closes = reading.getObservedAt()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(1, ChronoUnit.HOURS)
                .plus(grace);
        return !newest.getOrDefault(reading.getRegion(), Instant.MIN).isBefore(closes);
    }

    private void refuse(ConsumerRecord<String, byte[]> record) {
        refused.add(record.partition() + "/" + record.offset());
    }
}
