package io.fleetorchestrator.center.feed;

import io.fleetorchestrator.center.events.Event;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all sources with one consumer of its own, from where the read model begins, for as long as it is open. */
public final class TopicFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final Map<String, Source.Reader<?>> readers;
    private final Partitions partitions;
    private final EventStream events;
    private final Health.Gate gate;
    private final Thread thread = new Thread(this::run, "topic-feed");
    private volatile boolean open = true;
    private volatile long lag;
    private boolean caughtUp;

    private TopicFeed(
            Map<String, Source.Reader<?>> readers, Partitions partitions, EventStream events, Health.Gate gate) {
        this.readers = readers;
        this.partitions = partitions;
        this.events = events;
        this.gate = gate;
    }

    /** Starts to read; the gate opens when all that was there at the start has been read. */
    public static TopicFeed start(
            FeedSettings settings, List<Source<?>> sources, AvroSerdes serdes, EventStream events, Health.Gate gate) {
        Map<String, Source.Reader<?>> readers = sources.stream()
                .collect(Collectors.toMap(
                        source -> source.topic().name(settings.topicPrefix()),
                        source -> source.reader(serdes),
                        (a, b) -> a));
        var topics = sources.stream()
                .collect(Collectors.toMap(
                        source -> source.topic().name(settings.topicPrefix()), Source::topic, (a, b) -> a));
        var feed = new TopicFeed(readers, new Partitions(settings, Map.copyOf(topics)), events, gate);
        feed.thread.start();
        return feed;
    }

    /** How many records are on the topics and not yet taken. */
    public long lag() {
        return lag;
    }

    private void run() {
        gate.waitFor("the topics to be read");
        while (open) {
            try {
                take(partitions.poll());
                announce();
                lag = partitions.lag();
            } catch (WakeupException e) {
                LOG.debug("the feed goes on", e);
            } catch (RetriableException e) {
                LOG.warn("the feed waits: {}", e.getMessage());
                rest();
            } catch (RuntimeException e) {
                LOG.warn("the feed rests and goes on: {}", e.getMessage(), e);
                rest();
            }
        }
        partitions.close();
    }

    /** All of them or, when the registry is away, those before: the others will be polled again. */
    private void take(ConsumerRecords<String, byte[]> batch) {
        try {
            batch.forEach(this::take);
        } catch (RuntimeException e) {
            partitions.goBack(batch);
            throw e;
        }
    }

    /** What cannot be read is passed over: the services dead-letter it, and the page must not stop for it. */
    private void take(ConsumerRecord<String, byte[]> bytes) {
        var reader = readers.get(bytes.topic());
        try {
            if (bytes.value() != null && reader != null) {
                accept(reader, bytes);
            }
        } catch (PoisonRecordException e) {
            LOG.warn(
                    "{}-{} at {} cannot be read: {}", bytes.topic(), bytes.partition(), bytes.offset(), e.getMessage());
        }
        partitions.done(bytes);
    }

    private <V> void accept(Source.Reader<V> reader, ConsumerRecord<String, byte[]> bytes) {
        V value = reader.read(bytes);
        var source = reader.source();
        source.into().accept(value);
        if (!source.eventType().isEmpty()) {
            Function<V, Instant> time = source.time();
            events.publish(Event.of(
                    time.apply(value),
                    source.eventType(),
                    bytes.partition(),
                    bytes.offset(),
                    source.view().apply(value)));
        }
    }

    private void announce() {
        if (!caughtUp && partitions.caughtUp()) {
            caughtUp = true;
            gate.open();
            LOG.info("the read model has caught up with the topics");
        }
    }

    private void rest() {
        try {
            Thread.sleep(BACKOFF.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        partitions.wakeup();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
