package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.testing.Platform;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** The offsets of the consumer group of a service. */
public final class GroupOffsets {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private GroupOffsets() {}

    /** The committed offsets by partition. */
    public static Map<TopicPartition, Long> committed(Platform platform, String group) {
        var committed = new HashMap<TopicPartition, Long>();
        try (var admin = platform.admin()) {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, at) -> committed.put(partition, at.offset()));
            return committed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /** Waits until the group has read up to the present end of the topic. */
    public static void awaitRead(Platform platform, String group, String topic) {
        var last = new HashMap<TopicPartition, Long>();
        TopicScan.of(
                platform, topic, record -> last.put(new TopicPartition(topic, record.partition()), record.offset()));
        Awaitility.await(group + " to read " + topic)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var committed = committed(platform, group);
                    return last.entrySet().stream()
                            .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) > end.getValue());
                });
    }
}
