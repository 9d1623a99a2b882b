package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * What a topology is built with, beside its settings.
 *
 * @param partitions how many partitions the topics have that it needs, by their names on the cluster
 */
public record TopologyContext(
        AvroSerdes serdes, String topicPrefix, MeterRegistry meters, Map<String, Integer> partitions) {

    /** On topics that have as many partitions as the contract says. */
    public TopologyContext(AvroSerdes serdes, String topicPrefix, MeterRegistry meters) {
        this(serdes, topicPrefix, meters, Map.of());
    }

    /** How many partitions the topic has. */
    public int partitions(Topic<?> topic) {
        return partitions.getOrDefault(topic.name(topicPrefix), topic.partitions());
    }
}
