package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The topics that must be there before a service starts.
 *
 * @param copartitioned groups of topics that are joined, and must therefore have as many partitions as each other
 */
public record TopicNeeds(Collection<Topic<?>> topics, Collection<Set<Topic<?>>> copartitioned) {

    public TopicNeeds {
        topics = List.copyOf(topics);
        copartitioned = List.copyOf(copartitioned);
    }

    /** These topics, whatever their partitions. */
    public static TopicNeeds of(Topic<?>... topics) {
        return new TopicNeeds(List.of(topics), List.of());
    }

    /** The same, of which these are joined. */
    public TopicNeeds joining(Topic<?>... joined) {
        var groups = new ArrayList<>(copartitioned);
        groups.add(Set.of(joined));
        return new TopicNeeds(topics, groups);
    }
}
