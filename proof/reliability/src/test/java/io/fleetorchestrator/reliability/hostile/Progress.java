package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.scene.GroupOffsets;
import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.TopicSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The progress of the services' groups on the topics with hostile records. */
final class Progress {

    private final Platform platform;
    private final List<String> groups;

    Progress(Platform platform, TopicSpace topics) {
        this.platform = platform;
        this.groups = List.of(topics.prefix() + "scheduler", topics.prefix() + "forecaster");
    }

    /** For each partition, the first sent record that its reader has not passed; empty once all are read. */
    Map<TopicPartition, Sent> next(List<Sent> sent) {
        var committed = committed();
        return sent.stream()
                .filter(record -> !record.topic().equals("forecast.models"))
                .filter(record -> committed.getOrDefault(record.partition(), 0L) <= record.offset())
                .collect(Collectors.toMap(
                        Sent::partition,
                        record -> record,
                        (one, other) -> one.offset() < other.offset() ? one : other));
    }

    private Map<TopicPartition, Long> committed() {
        var committed = new HashMap<TopicPartition, Long>();
        groups.forEach(group -> committed.putAll(GroupOffsets.committed(platform, group)));
        return committed;
    }
}
