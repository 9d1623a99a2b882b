package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics that must exist before a service starts, and how it uses them.
 *
 * @param copartitioned groups of topics that are joined, and must therefore have the same number of partitions
 */
public record TopicNeeds(List<Topic<?>> read, List<Topic<?>> written, Collection<Set<Topic<?>>> copartitioned) {

    public TopicNeeds {
        read = List.copyOf(read);
        written = List.copyOf(written);
        copartitioned = List.copyOf(copartitioned);
    }

    /** These topics are read. */
    public static TopicNeeds reading(Topic<?>... topics) {
        return new TopicNeeds(List.of(topics), List.of(), List.of());
    }

    /** The same, and these topics are written. */
    public TopicNeeds writing(Topic<?>... topics) {
        return new TopicNeeds(read, List.of(topics), copartitioned);
    }

    /** The same, and these topics are joined. */
    public TopicNeeds joining(Topic<?>... joined) {
        var groups = new ArrayList<>(copartitioned);
        groups.add(Set.of(joined));
        return new TopicNeeds(read, written, groups);
    }

    /** All of them, each once. */
    public Set<Topic<?>> topics() {
        var all = new LinkedHashSet<>(read);
        all.addAll(written);
        return all;
    }
}
