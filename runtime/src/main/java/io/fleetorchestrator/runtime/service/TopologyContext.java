package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * What a topology is built with, in addition to its settings.
 *
 * @param partitions number of partitions of the topics that it needs, by their names on the cluster
 */
public record TopologyContext(
        AvroSerdes serdes, String topicPrefix, MeterRegistry meters, Map<String, Integer> partitions) {

    /** A context in which all topics have the partitions of the contract. */
    public TopologyContext(AvroSerdes serdes, String topicPrefix, MeterRegistry meters) {
        this(serdes, topicPrefix, meters, Map.of());
    }

    /** Number of partitions of the topic. */
    public int partitions(Topic<?> topic) {
        return partitions.getOrDefault(topic.name(topicPrefix), topic.partitions());
    }
}
