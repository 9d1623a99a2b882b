package io.fleetorchestrator.center.feed;

import io.fleetorchestrator.center.readmodel.Arrival;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A topic and where its records go.
 *
 * @param eventType what its records are called as events; empty when they are none
 * @param time when a record happened
 */
public record FeedSource<V>(
        Topic<V> topic,
        BiConsumer<V, Arrival> into,
        String eventType,
        Function<V, Instant> time,
        Function<V, Object> view) {

    /** A source whose records are no events. */
    public static <V> FeedSource<V> silent(Topic<V> topic, Consumer<V> into) {
        return new FeedSource<>(topic, (value, arrival) -> into.accept(value), "", any -> Instant.EPOCH, any -> "");
    }

    /** A source whose records are events as well, and where each of them is does not matter. */
    public static <V> FeedSource<V> events(
            Topic<V> topic, Consumer<V> into, String eventType, Function<V, Instant> time, Function<V, Object> view) {
        return new FeedSource<>(topic, (value, arrival) -> into.accept(value), eventType, time, view);
    }

    Reader<V> reader(AvroSerdes serdes) {
        return new Reader<>(this, serdes.valueSerde(topic).deserializer());
    }

    /** A source with what its bytes are read by. */
    record Reader<V>(FeedSource<V> source, Deserializer<V> values) {

        V read(ConsumerRecord<String, byte[]> bytes) {
            return values.deserialize(bytes.topic(), bytes.value());
        }
    }
}
