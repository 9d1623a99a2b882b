package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RecordDeserializationException.DeserializationExceptionOrigin;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoisonSkippingReaderTest {

    private static final TopicPartition HOURS = new TopicPartition("hours", 0);

    private final PoisonSkippingReader reader =
            PoisonSkippingReader.of(Topics.TELEMETRY_HOURLY, new SimpleMeterRegistry());
    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(HOURS));
        consumer.seek(HOURS, 7);
    }

    @Test
    void skipsPoisonAndCountsIt() {
        consumer.setPollException(unreadable(poison()));

        then(reader.poll(consumer, Duration.ZERO)).isEmpty();
        then(consumer.position(HOURS)).isEqualTo(8);
        then(reader.skipped()).isEqualTo(1);
    }

    @Test
    void keepsItsPositionWhileTheRegistryIsAway() {
        consumer.setPollException(unreadable(new TimeoutException("the registry is away")));

        thenThrownBy(() -> reader.poll(consumer, Duration.ZERO)).isInstanceOf(RecordDeserializationException.class);
        then(consumer.position(HOURS)).isEqualTo(7);
        then(reader.skipped()).isZero();
    }

    private static RecordDeserializationException unreadable(RuntimeException cause) {
        return new RecordDeserializationException(
                DeserializationExceptionOrigin.VALUE,
                HOURS,
                7,
                0,
                TimestampType.CREATE_TIME,
                null,
                null,
                new RecordHeaders(),
                "offset 7 cannot be read",
                cause);
    }

    private static PoisonRecordException poison() {
        try (var serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://reader"))) {
            var hours = serdes.valueSerde(Topics.TELEMETRY_HOURLY).deserializer();
            return catchThrowableOfType(
                    PoisonRecordException.class, () -> hours.deserialize("hours", new byte[] {1, 2, 3}));
        }
    }
}
