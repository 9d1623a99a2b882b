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

/** The committed offsets of a consumer group on a topic. */
public final class GroupProgress implements AutoCloseable {

    /** Short compared with a round of seconds, and no load on the broker. */
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

    /** Committed records. */
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

    /** Waits until this many are committed; returns the count and its time. */
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

    /** A count at an instant, and the CPU time of this process by then. */
    public record Seen(long records, long nanos, long cpuNanos) {

        /** Records per second between two samples. */
        public double perSecondUntil(Seen later) {
            return (later.records - records) / ((later.nanos - nanos) / 1e9);
        }

        /** CPU time per record between two samples; unlike speed, it does not depend on other load of the machine. */
        public double cpuMicrosPerRecordUntil(Seen later) {
            return (later.cpuNanos - cpuNanos) / 1e3 / (later.records - records);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
