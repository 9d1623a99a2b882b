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

/** Reads all sources with one consumer, from the start of the retention of the read model until it is closed. */
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
     * Starts to read. The gate opens when all records have been read that the topics had at the start.
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

    /** Number of records of the topics that are not in the read model yet. */
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
                LOG.debug("the feed was woken up", e);
            } catch (RetriableException e) {
                LOG.warn("reading the topics failed, retrying in {} s: {}", BACKOFF.toSeconds(), e.getMessage());
                backOff();
            } catch (RuntimeException e) {
                LOG.warn("reading the topics failed, retrying in {} s", BACKOFF.toSeconds(), e);
                backOff();
            }
        }
        partitions.close();
    }

    /** If the registry cannot be reached, the rest of the batch is polled again. */
    private void take(ConsumerRecords<String, byte[]> batch) {
        try {
            batch.forEach(this::take);
        } catch (RuntimeException e) {
            partitions.seekBack(batch);
            throw e;
        }
    }

    /** Skips a record that cannot be used: the services dead-letter it, and the page must not stop because of it. */
    private void take(ConsumerRecord<String, byte[]> bytes) {
        var reader = readers.get(bytes.topic());
        if (bytes.value() != null && reader != null) {
            take(reader, bytes);
        }
        partitions.processed(bytes);
    }

    private <V> void take(FeedSource.Reader<V> reader, ConsumerRecord<String, byte[]> bytes) {
        Optional<V> value = read(reader, bytes);
        try {
            value.ifPresent(known -> accept(reader.source(), known, bytes));
        } catch (RuntimeException e) {
            // Retrying would not help and would stop all later records.
            skip(bytes, "cannot be used", e);
        }
    }

    /** Empty for a record that can never be read; fails if the registry cannot be reached, so that it is retried. */
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
                "skipped {}-{}@{}, which {}: {}",
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

    private void backOff() {
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
