package io.fleetorchestrator.center.feed;

import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topic.Cleanup;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All partitions of the topics, read without a consumer group, because every instance reads everything. Owned by one thread. */
final class Partitions {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Minimum interval between two searches for new topics and partitions. */
    private static final long REFRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final FeedSettings settings;
    private final Map<String, Topic<?>> topics;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private long refreshedAt = System.nanoTime() - REFRESH_NANOS;

    Partitions(FeedSettings settings, Map<String, Topic<?>> topics) {
        this.settings = settings;
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(config(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> config(FeedSettings settings) {
        var config = new HashMap<>(settings.consumer());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    ConsumerRecords<String, byte[]> poll() {
        if (System.nanoTime() - refreshedAt >= REFRESH_NANOS) {
            refreshedAt = System.nanoTime();
            assign(unassigned());
        }
        return consumer.poll(POLL);
    }

    /** Marks a record as processed: after a failure later in the batch, reading continues after it. */
    void processed(ConsumerRecord<String, byte[]> bytes) {
        var partition = new TopicPartition(bytes.topic(), bytes.partition());
        next.put(partition, bytes.offset() + 1);
        endsAtStart.computeIfPresent(partition, (same, end) -> bytes.offset() + 1 >= end ? null : end);
    }

    /** Seeks back to the records of the batch that are not processed. */
    void seekBack(ConsumerRecords<String, byte[]> batch) {
        for (var partition : batch.partitions()) {
            long first = batch.records(partition).get(0).offset();
            consumer.seek(partition, Math.max(first, next.getOrDefault(partition, first)));
        }
    }

    /** Whether all records have been read that the topics had at the start. */
    boolean caughtUp() {
        endsAtStart.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return !assigned.isEmpty() && endsAtStart.isEmpty();
    }

    /** Number of unread records, as of the last fetch. */
    long lag() {
        return assigned.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    void wakeup() {
        consumer.wakeup();
    }

    void close() {
        consumer.close();
    }

    private Set<TopicPartition> unassigned() {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.containsKey(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partition -> !assigned.contains(partition))
                .collect(Collectors.toSet());
    }

    private void assign(Set<TopicPartition> added) {
        if (added.isEmpty()) {
            return;
        }
        assigned.addAll(added);
        consumer.assign(assigned);
        var ends = consumer.endOffsets(added);
        endsAtStart.putAll(ends);
        consumer.seekToBeginning(added);
        var dated = added.stream().filter(this::isDated).collect(Collectors.toMap(p -> p, p -> from()));
        // Without a record that is new enough, from the end offset found above: later records are new.
        consumer.offsetsForTimes(dated)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    /** A compacted topic is a table and is read from its beginning. */
    private boolean isDated(TopicPartition partition) {
        var topic = topics.get(partition.topic());
        return topic != null && topic.cleanup() != Cleanup.COMPACT;
    }

    private long from() {
        return settings.from().toEpochMilli();
    }
}
