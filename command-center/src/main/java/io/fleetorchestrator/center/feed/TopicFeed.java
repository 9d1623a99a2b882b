package io.fleetorchestrator.center.feed;

import io.fleetorchestrator.center.events.Event;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.readmodel.Arrival;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, FeedSource.Reader<?>> readers;
    private final Partitions partitions;
    private final EventStream events;
    private final Health.Gate gate;
    private final Runnable skipped;
    private final Thread thread = new Thread(this::run, "topic-feed");
    private volatile boolean open = true;
    private volatile long lag;
    private boolean caughtUp;

    private TopicFeed(
            Map<String, FeedSource.Reader<?>> readers,
            Partitions partitions,
            EventStream events,
            Health.Gate gate,
            Runnable skipped) {
        this.readers = readers;
        this.partitions = partitions;
        this.events = events;
        this.gate = gate;
        this.skipped = skipped;
    }

    /**
     * Starts to read; the gate opens when all that was there at the start has been read.
     *
     * @param skipped is run for each record that is skipped
     */
    public static TopicFeed start(
            FeedSettings settings,
            List<FeedSource<?>> sources,
            AvroSerdes serdes,
            EventStream events,
            Health.Gate gate,
            Runnable skipped) {
        Map<String, FeedSource.Reader<?>> readers = sources.stream()
                .collect(Collectors.toMap(
                        source -> source.topic().name(settings.topicPrefix()),
                        source -> source.reader(serdes),
                        (a, b) -> a));
        var topics = sources.stream()
                .collect(Collectors.toMap(
                        source -> source.topic().name(settings.topicPrefix()), FeedSource::topic, (a, b) -> a));
        var feed = new TopicFeed(readers, new Partitions(settings, Map.copyOf(topics)), events, gate, skipped);
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

    /** A record that cannot be used is skipped: the services dead-letter it, and the page must not stop for it. */
    private void take(ConsumerRecord<String, byte[]> bytes) {
        var reader = readers.get(bytes.topic());
        if (bytes.value() != null && reader != null) {
            take(reader, bytes);
        }
        partitions.done(bytes);
    }

    private <V> void take(FeedSource.Reader<V> reader, ConsumerRecord<String, byte[]> bytes) {
        Optional<V> value = read(reader, bytes);
        try {
            value.ifPresent(known -> accept(reader.source(), known, bytes));
        } catch (RuntimeException e) {
            // It will be no better when it is read again, and all that comes after it would wait.
            skip(bytes, "cannot be used", e);
        }
    }

    /** Empty for what can never be read; fails when the registry cannot be asked, so that it is tried again. */
    private <V> Optional<V> read(FeedSource.Reader<V> reader, ConsumerRecord<String, byte[]> bytes) {
        try {
            return Optional.of(reader.read(bytes));
        } catch (PoisonRecordException e) {
            skip(bytes, "cannot be read", e);
            return Optional.empty();
        }
    }

    private void skip(ConsumerRecord<String, byte[]> bytes, String why, RuntimeException e) {
        skipped.run();
        LOG.warn(
                "{}-{} at {} {} and is skipped: {}",
                bytes.topic(),
                bytes.partition(),
                bytes.offset(),
                why,
                Culprit.printable(String.valueOf(e.getMessage())));
    }

    private <V> void accept(FeedSource<V> source, V value, ConsumerRecord<String, byte[]> bytes) {
        var arrival = new Arrival(bytes.partition(), bytes.offset(), Instant.ofEpochMilli(bytes.timestamp()));
        source.into().accept(value, arrival);
        if (!source.eventType().isEmpty()) {
            Function<V, Instant> time = source.time();
            events.publish(Event.of(
                    arrival.bounded(time.apply(value)),
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
