package io.fleetorchestrator.client;

import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a topic and skips records that can never be decoded. A temporary failure, such as an unreachable registry, is
 * thrown, and the next call reads the same records again.
 */
public final class TopicReader<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** The longest wait for the next record before the end of the topic. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<V> values;
    private final SkippedRecords skipped;

    /** @param consumer assigned to the partitions to read, and closed by this reader */
    public TopicReader(Consumer<String, byte[]> consumer, Deserializer<V> values, SkippedRecords skipped) {
        this.consumer = consumer;
        this.values = values;
        this.skipped = skipped;
    }

    public void seekToBeginning() {
        consumer.seekToBeginning(consumer.assignment());
        resolvePositions();
    }

    /** From here on, reads only records that are published after this call. */
    public void seekToEnd() {
        consumer.seekToEnd(consumer.assignment());
        resolvePositions();
    }

    /** Seeking is lazy: without this, a record that comes before the end is resolved would be missed. */
    private void resolvePositions() {
        consumer.assignment().forEach(consumer::position);
    }

    /** The records since the last call, without deletions. */
    public List<TopicRecord<V>> poll(Duration timeout) {
        return decoded(consumer.poll(timeout)).stream()
                .flatMap(entry -> entry.decoded().stream())
                .toList();
    }

    /** Every record from the start of the topic to its present end, without deletions. */
    public void readToEnd(java.util.function.Consumer<TopicRecord<V>> each) {
        entriesToEnd(entry -> entry.decoded().ifPresent(each));
    }

    /** The newest value of every key, from the start of the topic to its present end. */
    public Map<String, V> latest() {
        var latest = new LinkedHashMap<String, V>();
        entriesToEnd(entry -> {
            if (entry.raw().key() == null) {
                skipped.add(entry.raw(), "it has no key");
            } else {
                entry.value()
                        .ifPresentOrElse(
                                value -> latest.put(entry.raw().key(), value),
                                () -> latest.remove(entry.raw().key()));
            }
        });
        return latest;
    }

    private void entriesToEnd(java.util.function.Consumer<Entry<V>> each) {
        seekToBeginning();
        var ends = consumer.endOffsets(consumer.assignment());
        long progressed = System.nanoTime();
        for (long read = -1; !isAt(ends); ) {
            decoded(consumer.poll(POLL)).forEach(each);
            long now = position(ends);
            if (now > read) {
                read = now;
                progressed = System.nanoTime();
            } else if (System.nanoTime() - progressed > TIMEOUT.toNanos()) {
                throw new TimeoutException("no record of " + ends.keySet() + " came within " + TIMEOUT.toSeconds()
                        + " s, although the end is not reached");
            }
        }
    }

    private boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private long position(Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().mapToLong(consumer::position).sum();
    }

    /** A record with its value, if it has one. */
    private record Entry<V>(ConsumerRecord<String, byte[]> raw, Optional<V> value) {
        Optional<TopicRecord<V>> decoded() {
            return value.map(there -> new TopicRecord<>(Objects.requireNonNullElse(raw.key(), ""), there));
        }
    }

    private List<Entry<V>> decoded(ConsumerRecords<String, byte[]> records) {
        var entries = new ArrayList<Entry<V>>();
        try {
            records.forEach(record -> decode(record, entries));
            return entries;
        } catch (RuntimeException temporary) {
            records.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).get(0).offset()));
            throw temporary;
        }
    }

    private void decode(ConsumerRecord<String, byte[]> record, List<Entry<V>> entries) {
        try {
            var value = record.value() == null ? null : values.deserialize(record.topic(), record.value());
            entries.add(new Entry<>(record, Optional.ofNullable(value)));
        } catch (PoisonRecordException poison) {
            skipped.add(record, String.valueOf(poison.getMessage()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
