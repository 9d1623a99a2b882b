package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology of a service with its stores and serdes, driven record by record without a broker. */
final class DrivenTopology implements AutoCloseable {

    private static final String PREFIX = Topics.DEFAULT_PREFIX;

    private final AvroSerdes serdes;
    private final TopologyTestDriver driver;
    private final Map<Topic<?>, TestInputTopic<String, ?>> inputs = new HashMap<>();
    private final Map<Topic<?>, TestOutputTopic<String, ?>> outputs = new HashMap<>();

    private DrivenTopology(AvroSerdes serdes, TopologyTestDriver driver) {
        this.serdes = serdes;
        this.driver = driver;
    }

    /** The topology of a service with default settings, with the wall clock at this instant. */
    static <X extends Record> DrivenTopology of(
            StreamsService<X> service, AvroSerdes serdes, Path state, Instant wallClock) {
        var settings =
                Settings.parse(service.settingsType(), new String[0], Map.of()).value();
        var meters = new SimpleMeterRegistry();
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, PREFIX + service.name());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        var context = new TopologyContext(serdes, PREFIX, meters);
        var topology = TopologyFactory.withFailurePolicy(
                config, Topics.DEAD_LETTER.name(PREFIX), meters, builder -> service.build(builder, settings, context));
        return new DrivenTopology(serdes, new TopologyTestDriver(topology, config, wallClock));
    }

    <V> void pipe(Topic<V> topic, String key, V value, Instant at) {
        input(topic).pipeInput(key, value, at);
    }

    /** The output since the last call. */
    <V> List<V> read(Topic<V> topic) {
        return output(topic).readValuesToList();
    }

    void advance(Duration by) {
        driver.advanceWallClockTime(by);
    }

    @SuppressWarnings("unchecked") // stored for the same topic
    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return (TestInputTopic<String, V>) inputs.computeIfAbsent(
                topic,
                unseen -> driver.createInputTopic(
                        topic.name(PREFIX),
                        new StringSerializer(),
                        serdes.valueSerde(topic).serializer()));
    }

    @SuppressWarnings("unchecked") // stored for the same topic
    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return (TestOutputTopic<String, V>) outputs.computeIfAbsent(
                topic,
                unseen -> driver.createOutputTopic(
                        topic.name(PREFIX),
                        new StringDeserializer(),
                        serdes.valueSerde(topic).deserializer()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
