package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips and counts records that can never be read: one bad record must not block training. */
record PoisonSkippingReader(Counter counter) {

    private static final Logger LOG = LoggerFactory.getLogger(PoisonSkippingReader.class);

    static PoisonSkippingReader of(Topic<?> topic, MeterRegistry meters) {
        return new PoisonSkippingReader(Counter.builder("fleet.records.passed.over")
                .description("Records that were skipped because they cannot be read or break a rule")
                .tag("topic", topic.name())
                .register(meters));
    }

    long skipped() {
        return (long) counter.count();
    }

    /** Polls values, without unreadable records and tombstones. */
    <V> List<V> poll(Consumer<String, V> consumer, Duration timeout) {
        try {
            return StreamSupport.stream(consumer.poll(timeout).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (RecordDeserializationException unreadable) {
            skip(consumer, unreadable);
            return List.of();
        }
    }

    /** Skips a record that can be read but breaks a rule. */
    void skip(String why) {
        LOG.warn("Skipped a record: {}", why);
        counter.increment();
    }

    /** If the registry cannot be reached, the record may still be readable: it is polled again. */
    private void skip(Consumer<?, ?> consumer, RecordDeserializationException unreadable) {
        if (!(unreadable.getCause() instanceof PoisonRecordException)) {
            throw unreadable;
        }
        LOG.warn("Skipped a record: {}", unreadable.getMessage());
        counter.increment();
        consumer.seek(unreadable.topicPartition(), unreadable.offset() + 1);
    }
}
