package io.fleetorchestrator.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.tuple;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topic.Cleanup;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.GoldenTopology;
import io.fleetorchestrator.testing.TopologyHarness;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopologyHarnessTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private static final Topic<TelemetryReading> HOT =
            new Topic<>("hot", TelemetryReading.class, 1, Cleanup.DELETE, Optional.empty(), Map.of());

    private final TopologyHarness harness =
            TopologyHarness.run(TopologyFactory::withFailurePolicy, TopologyHarnessTest::hotReadings, NOON);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void passesTypedRecordsWithTheirEventTime() {
        // when
        harness.pipe(Topics.TELEMETRY_READINGS, "arizona", reading("arizona", 41), NOON);
        harness.pipe(Topics.TELEMETRY_READINGS, "ireland", reading("ireland", 12), NOON);

        // then
        then(harness.readRecords(HOT))
                .extracting(TestRecord::key, record -> record.value().getTemperatureC(), TestRecord::getRecordTime)
                .containsExactly(tuple("arizona", 41.0, NOON));
        then(harness.read(HOT)).isEmpty();
    }

    @Test
    void showsTheContentsOfAStore() {
        // when
        harness.pipe(Topics.TELEMETRY_READINGS, "arizona", reading("arizona", 41), NOON);

        // then
        then(harness.<String, Long>store("hot-count").get("arizona")).isEqualTo(1);
    }

    @Test
    void deadLettersPoisonWithTheReasonAndTheBytes() {
        // when
        harness.pipeBytes(Topics.TELEMETRY_READINGS, "arizona", "not avro".getBytes(UTF_8), NOON);

        // then
        then(harness.deadLetters()).singleElement().satisfies(letter -> {
            then(letter.key()).isEqualTo("arizona");
            then(letter.value()).asString(UTF_8).isEqualTo("not avro");
            then(letter.headers()).containsEntry("__streams.errors.topic", "fleet.telemetry.readings");
        });
    }

    @Test
    void comparesATopologyWithItsGoldenFile() {
        GoldenTopology.assertMatches(harness.topology(), "hot-readings");
    }

    @Test
    void failsOnADifferenceAndShowsHowToAcceptIt() {
        thenThrownBy(() -> GoldenTopology.assertMatches(new Topology(), "hot-readings", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("hot-readings.txt")
                .hasMessageContaining("-Dgolden.update=true");
    }

    /** Passes on what is hotter than 40 °C, and counts it by region. */
    private static void hotReadings(StreamsBuilder builder, AvroSerdes serdes) {
        var values = serdes.valueSerde(Topics.TELEMETRY_READINGS);
        var hot = builder.stream(
                        Topics.TELEMETRY_READINGS.name(Topics.DEFAULT_PREFIX),
                        Consumed.with(Serdes.String(), values).withName("readings"))
                .filter((region, reading) -> reading.getTemperatureC() > 40, Named.as("hot"));
        hot.to(
                HOT.name(Topics.DEFAULT_PREFIX),
                Produced.with(Serdes.String(), values).withName("hot-readings"));
        hot.groupByKey(Grouped.with(Serdes.String(), values).withName("by-region"))
                .count(
                        Named.as("count"),
                        Materialized.<String, Long>as(Stores.inMemoryKeyValueStore("hot-count"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()));
    }

    private static TelemetryReading reading(String region, double temperature) {
        return TelemetryReading.newBuilder()
                .setRegion(region)
                .setObservedAt(NOON)
                .setTemperatureC(temperature)
                .build();
    }
}
