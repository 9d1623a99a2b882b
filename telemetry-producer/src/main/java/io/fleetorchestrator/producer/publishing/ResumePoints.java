package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The last instant of each region in the topic, after which a new run resumes. The topic is the only record of progress, so
 * no other can disagree with it.
 */
public final class ResumePoints {

    /** Records per step backwards, until every region of a partition is found. */
    private static final long STEP = 10_000;

    private final TopicView view;
    private final Map<String, Instant> found = new HashMap<>();

    private ResumePoints(TopicView view) {
        this.view = view;
    }

    /** The last instant by region; regions without a reading are left out. */
    public static Map<String, Instant> read(KafkaConnection connection, Collection<String> regions) {
        try (var view = new TopicView(connection, Topics.TELEMETRY_READINGS)) {
            return new ResumePoints(view).read(Set.copyOf(regions));
        }
    }

    private Map<String, Instant> read(Set<String> regions) {
        var begins = view.beginnings();
        var ends = view.ends();
        for (var partition : view.partitions()) {
            var expected = regions.stream()
                    .filter(region -> partitionOf(region) == partition.partition())
                    .collect(Collectors.toSet());
            readBackwards(partition, begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L), expected);
        }
        found.keySet().retainAll(regions);
        return found;
    }

    private void readBackwards(TopicPartition partition, long begin, long end, Set<String> expected) {
        for (long to = end; to > begin && !found.keySet().containsAll(expected); to -= STEP) {
            view.read(partition, Math.max(begin, to - STEP), to, this::note);
        }
    }

    /** Injected faults do not count, because they may have any time. The record's timestamp is its event time. */
    private void note(ConsumerRecord<String, byte[]> record) {
        if (record.key() != null && record.headers().lastHeader(RecordPublisher.FAULT_HEADER) == null) {
            found.merge(
                    record.key(),
                    Instant.ofEpochMilli(record.timestamp()),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** The partition that Kafka's default partitioner uses. */
    private int partitionOf(String region) {
        int hash = Utils.murmur2(region.getBytes(StandardCharsets.UTF_8));
        return Utils.toPositive(hash) % view.partitions().size();
    }
}
