package io.fleetorchestrator.schemas.topics;

import io.fleetorchestrator.schemas.topics.TopicStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares all topics of the plan with those of the cluster. */
public record TopicReport(List<TopicStatus> topics) {

    private static final String ROW = "%-28s %10s  %-14s  %-9s  %s";

    public TopicReport {
        topics = List.copyOf(topics);
    }

    /** Whether {@link TopicPlan#apply} would change nothing. */
    public boolean isApplied() {
        return topics.stream().noneMatch(status -> status.state() == State.MISSING || status.state() == State.NARROW);
    }

    /** The names of missing topics. */
    public List<String> missing() {
        return topics.stream()
                .filter(status -> status.state() == State.MISSING)
                .map(TopicStatus::name)
                .toList();
    }

    /** A table to print. */
    public String table() {
        var header = ROW.formatted("TOPIC", "PARTITIONS", "CLEANUP", "RETENTION", "STATE");
        return Stream.concat(Stream.of(header), topics.stream().flatMap(TopicReport::rows))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> rows(TopicStatus status) {
        var topic = status.topic();
        var row = ROW.formatted(
                status.name(),
                status.partitions(),
                topic.cleanup().policy(),
                topic.retention().map(TopicReport::readable).orElse("forever"),
                status.state());
        return Stream.concat(Stream.of(row), status.differences().stream().map(difference -> "    " + difference));
    }

    private static String readable(Duration kept) {
        return kept.toHoursPart() == 0 ? kept.toDays() + " d" : kept.toHours() + " h";
    }
}
