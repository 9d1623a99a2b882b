package io.fleetorchestrator.client;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final String TOPIC = Topics.FLEET_PROFILES.name(Topics.DEFAULT_PREFIX);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final byte[] NOISE = "\u0007no record".getBytes(StandardCharsets.UTF_8);

    private final AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://topic-reader"));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> named = new ArrayList<>();
    private final SkippedRecords skipped = new SkippedRecords(named::add);
    private final TopicReader<FleetProfile> reader =
            new TopicReader<>(consumer, serdes.valueSerde(Topics.FLEET_PROFILES).deserializer(), skipped);
    private long end;

    @AfterEach
    void close() {
        reader.close();
        serdes.close();
    }

    @Test
    void skipsAndNamesUndecodableRecords() {
        // given
        published("one", profile("one"));
        published("poisoned", NOISE);
        published("two", profile("two"));

        // when
        var read = new ArrayList<String>();
        reader.readToEnd(record -> read.add(record.value().getFleet()));

        // then
        then(read).containsExactly("one", "two");
        then(skipped.count()).isEqualTo(1);
        then(named).singleElement().asString().startsWith("skipped " + TOPIC + "-0@1, an unusable record: ");
    }

    @Test
    void keepsTheLastGoodValueOfAKey() {
        published("one", profile("one"));
        published("one", NOISE);
        published("one", new byte[0]);

        then(reader.latest()).containsOnlyKeys("one");
        then(skipped.count()).isEqualTo(2);
    }

    @Test
    void dropsDeletedKeysAndSkipsRecordsWithoutAKey() {
        // given
        published("one", profile("one"));
        published("two", profile("two"));
        published("one", null);
        published(null, profile("three"));

        // then
        then(reader.latest()).containsOnlyKeys("two");
        then(named).singleElement().asString().contains("-0@3", "no key");
    }

    @Test
    void readsAgainAfterATemporaryFailure() {
        // given a registry that cannot be reached
        Deserializer<FleetProfile> flaky = (topic, bytes) -> {
            throw new KafkaException("the registry is unreachable");
        };
        published("one", profile("one"));
        published("two", profile("two"));
        var patient = new TopicReader<>(consumer, flaky, skipped);
        patient.seekToBeginning();

        // then
        thenThrownBy(() -> patient.poll(Duration.ZERO)).hasMessage("the registry is unreachable");
        then(consumer.position(PARTITION)).as("where the next call reads").isZero();
        then(skipped.count()).isZero();
    }

    @Test
    void readsOnlyLaterRecordsFromTheEnd() {
        // given
        published("one", profile("one"));
        reader.seekToEnd();

        // when
        published("two", profile("two"));

        // then
        then(reader.poll(Duration.ZERO)).extracting(TopicRecord::key).containsExactly("two");
    }

    @Test
    void namesOnlyTheFirstOfMany() {
        for (int i = 0; i < 1_000; i++) {
            published("poisoned", NOISE);
        }

        then(reader.latest()).isEmpty();
        then(skipped.count()).isEqualTo(1_000);
        then(named).hasSizeLessThan(20).last().asString().contains("further unusable records");
    }

    private void published(@Nullable String key, byte @Nullable [] value) {
        if (end == 0) {
            consumer.assign(List.of(PARTITION));
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        }
        // With manual assignment, the mock consumer returns records as with a group.
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, end++, key, value));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private byte[] profile(String fleet) {
        var profile = FleetProfile.newBuilder()
                .setFleet(fleet)
                .setUpdatedAt(Instant.parse("2026-07-01T12:00:00Z"))
                .setPolicy(FleetPolicy.newBuilder().build())
                .setRegions(List.of())
                .build();
        return serdes.valueSerde(Topics.FLEET_PROFILES).serializer().serialize(TOPIC, profile);
    }
}
