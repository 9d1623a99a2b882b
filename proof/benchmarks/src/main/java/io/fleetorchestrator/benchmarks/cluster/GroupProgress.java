package io.fleetorchestrator.benchmarks.cluster;

import com.sun.management.OperatingSystemMXBean;
import io.fleetorchestrator.schemas.topics.Topic;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has committed a topic: what it says it has done, and will not do again. */
public final class GroupProgress implements AutoCloseable {

    /** Fine against the seconds that a round takes, and no burden to the broker. */
    private static final long POLL_MILLIS = 10;

    private final Admin admin;
    private final String group;
    private final ListConsumerGroupOffsetsSpec partitions;

    public GroupProgress(BenchCluster cluster, String group, Topic<?> topic, String prefix) {
        this.admin = cluster.admin();
        this.group = group;
        this.partitions = new ListConsumerGroupOffsetsSpec()
                .topicPartitions(IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(prefix), partition))
                        .toList());
    }

    /** Records that are done. */
    public long committed() throws InterruptedException {
        try {
            return admin
                    .listConsumerGroupOffsets(Map.of(group, partitions))
                    .partitionsToOffsetAndMetadata(group)
                    .get()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    /** Waits until this many are done, and says how many really are and when that was seen. */
    public Seen await(long records) throws InterruptedException {
        while (true) {
            long committed = committed();
            if (committed >= records) {
                return new Seen(committed, System.nanoTime(), processCpuNanos());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static long processCpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** A count at an instant, and how much this process had worked by then. */
    public record Seen(long records, long nanos, long cpuNanos) {

        /** Records a second from here to there. */
        public double perSecondUntil(Seen later) {
            return (later.records - records) / ((later.nanos - nanos) / 1e9);
        }

        /** Work of this process for a record from here to there: other than speed, it stands neighbours on the machine. */
        public double cpuMicrosPerRecordUntil(Seen later) {
            return (later.cpuNanos - cpuNanos) / 1e3 / (later.records - records);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
