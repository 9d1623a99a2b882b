package io.fleetorchestrator.testing;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs a topology without a broker, on the topics of the contract, with an in-memory registry, and with the failure policy
 * of the services.
 */
public final class TopologyHarness implements AutoCloseable {

    private final String prefix = Topics.DEFAULT_PREFIX;
    private final ScratchDirectory state = ScratchDirectory.create("state");
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AvroSerdes serdes =
            AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://" + UUID.randomUUID()));
    private final Topology topology;
    private final TopologyTestDriver driver;

    private TopologyHarness(
            Factory factory,
            BiConsumer<StreamsBuilder, AvroSerdes> source,
            Map<String, String> config,
            Instant wallClock) {
        var properties = properties();
        properties.putAll(config);
        topology = factory.create(
                properties, Topics.DEAD_LETTER.name(prefix), meters, builder -> source.accept(builder, serdes));
        driver = new TopologyTestDriver(topology, properties, wallClock);
    }

    /** Builds a topology as the services do: {@code TopologyFactory::withFailurePolicy}. */
    @FunctionalInterface
    public interface Factory {

        /**
         * The topology of what the source builds.
         *
         * @param config receives the handlers of the failure policy
         */
        Topology create(
                Properties config, String deadLetterTopic, MeterRegistry meters, Consumer<StreamsBuilder> source);
    }

    /** Runs what the source builds under the default prefix; the wall clock starts at this instant. */
    public static TopologyHarness run(
            Factory factory, BiConsumer<StreamsBuilder, AvroSerdes> source, Instant wallClock) {
        return run(factory, source, Map.of(), wallClock);
    }

    /** As {@link #run(Factory, BiConsumer, Instant)}, with further Kafka Streams properties. */
    public static TopologyHarness run(
            Factory factory,
            BiConsumer<StreamsBuilder, AvroSerdes> source,
            Map<String, String> config,
            Instant wallClock) {
        return new TopologyHarness(factory, source, config, wallClock);
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
        return properties;
    }

    /** What the failure policy has counted. */
    public MeterRegistry meters() {
        return meters;
    }

    public Topology topology() {
        return topology;
    }

    /** Sends one record with this event time. */
    public <V> void pipe(Topic<V> topic, String key, @Nullable V value, Instant at) {
        pipe(topic, serdes.valueSerde(topic).serializer(), key, value, at);
    }

    /** Sends bytes as they are: for records that nobody can read. */
    public void pipeBytes(Topic<?> topic, @Nullable String key, byte @Nullable [] value, Instant at) {
        pipe(topic, new ByteArraySerializer(), key, value, at);
    }

    private <V> void pipe(Topic<?> topic, Serializer<V> values, @Nullable String key, @Nullable V value, Instant at) {
        driver.createInputTopic(topic.name(prefix), new StringSerializer(), values)
                .pipeInput(key, value, at);
    }

    /** The values that came out since they were last read. */
    public <V> List<V> read(Topic<V> topic) {
        return readRecords(topic).stream().map(TestRecord::value).toList();
    }

    /** The records that came out since they were last read, with keys, timestamps and headers. */
    public <V> List<TestRecord<String, V>> readRecords(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(prefix),
                        new StringDeserializer(),
                        serdes.valueSerde(topic).deserializer())
                .readRecordsToList();
    }

    /** What was put aside since it was last read. */
    public List<DeadLetter> deadLetters() {
        return readRecords(Topics.DEAD_LETTER).stream().map(DeadLetter::of).toList();
    }

    /** Moves the wall clock on, and with it whatever is punctuated by it. Event time moves with records only. */
    public void advanceTime(Duration by) {
        driver.advanceWallClockTime(by);
    }

    public <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
        state.close();
    }
}
