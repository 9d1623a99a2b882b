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

/** Passes over what can never be read, and counts it: one bad record must not keep training from all the others. */
record PoisonSkippingReader(Counter counter) {

    private static final Logger LOG = LoggerFactory.getLogger(PoisonSkippingReader.class);

    static PoisonSkippingReader of(Topic<?> topic, MeterRegistry meters) {
        return new PoisonSkippingReader(Counter.builder("fleet.records.passed.over")
                .description("Records that cannot be read and are done without")
                .tag("topic", topic.name())
                .register(meters));
    }

    long passedOver() {
        return (long) counter.count();
    }

    /** The values that have come in, without those that cannot be read or say nothing. */
    <V> List<V> poll(Consumer<String, V> consumer, Duration timeout) {
        try {
            return StreamSupport.stream(consumer.poll(timeout).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (RecordDeserializationException unreadable) {
            passOver(consumer, unreadable);
            return List.of();
        }
    }

    /** Does without a record that can be read, but that our rules refuse. */
    void passOver(String why) {
        LOG.warn("passed over: {}", why);
        counter.increment();
    }

    /** A registry that is away makes nothing unreadable: the same record is asked for again. */
    private void passOver(Consumer<?, ?> consumer, RecordDeserializationException unreadable) {
        if (!(unreadable.getCause() instanceof PoisonRecordException)) {
            throw unreadable;
        }
        LOG.warn("passed over: {}", unreadable.getMessage());
        counter.increment();
        consumer.seek(unreadable.topicPartition(), unreadable.offset() + 1);
    }
}
