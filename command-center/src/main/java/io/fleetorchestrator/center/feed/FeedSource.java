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
 * A topic, and the receiver of its records.
 *
 * @param eventType type of the events that its records become; empty for none
 * @param time time of a record
 */
public record FeedSource<V>(
        Topic<V> topic,
        BiConsumer<V, Arrival> into,
        String eventType,
        Function<V, Instant> time,
        Function<V, Object> view) {

    /** A source whose records do not become events. */
    public static <V> FeedSource<V> withoutEvents(Topic<V> topic, Consumer<V> into) {
        return new FeedSource<>(topic, (value, arrival) -> into.accept(value), "", any -> Instant.EPOCH, any -> "");
    }

    /** A source whose records become events, too, for a receiver that does not need their position. */
    public static <V> FeedSource<V> withEvents(
            Topic<V> topic, Consumer<V> into, String eventType, Function<V, Instant> time, Function<V, Object> view) {
        return new FeedSource<>(topic, (value, arrival) -> into.accept(value), eventType, time, view);
    }

    Reader<V> reader(AvroSerdes serdes) {
        return new Reader<>(this, serdes.valueSerde(topic).deserializer());
    }

    /** A source with its deserializer. */
    record Reader<V>(FeedSource<V> source, Deserializer<V> values) {

        V read(ConsumerRecord<String, byte[]> bytes) {
            return values.deserialize(bytes.topic(), bytes.value());
        }
    }
}
