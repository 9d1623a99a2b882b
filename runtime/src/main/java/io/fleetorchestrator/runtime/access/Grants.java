package io.fleetorchestrator.runtime.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/** The fewest grants that a principal needs. READ and WRITE imply DESCRIBE, so DESCRIBE is left out. */
public final class Grants {

    private Grants() {}

    /** Grants for reading and writing these topics under this prefix. */
    public static List<Grant> on(TopicNeeds needs, String prefix) {
        return needs.topics().stream()
                .map(topic -> new Grant(
                        new ResourcePattern(TOPIC, topic.name(prefix), PatternType.LITERAL), uses(needs, topic)))
                .toList();
    }

    private static Set<AclOperation> uses(TopicNeeds needs, Topic<?> topic) {
        var uses = EnumSet.noneOf(AclOperation.class);
        if (needs.read().contains(topic)) {
            uses.add(READ);
        }
        if (needs.written().contains(topic)) {
            uses.add(WRITE);
        }
        return uses;
    }

    /** Grants that a topology needs in addition: its group, its transactions and its internal topics. */
    public static List<Grant> ofTopology(String applicationId) {
        return List.of(
                Grant.below(GROUP, applicationId, READ),
                Grant.below(TRANSACTIONAL_ID, applicationId + "-", WRITE),
                // DELETE, because Kafka Streams purges records of repartition topics once they are processed.
                Grant.below(TOPIC, applicationId + "-", CREATE, READ, WRITE, DELETE));
    }

    /** Grants for reading the retention of a topic. */
    public static Grant lookUp(Topic<?> topic, String prefix) {
        return Grant.on(TOPIC, topic.name(prefix), DESCRIBE_CONFIGS);
    }

    /** Grants for planning and applying all topics of the contract. They allow neither reading nor writing records. */
    public static List<Grant> onPlan(String prefix) {
        return List.of(Grant.below(TOPIC, prefix, CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS));
    }

    /** All of these together. */
    @SafeVarargs
    public static List<Grant> all(List<Grant>... parts) {
        var all = new ArrayList<Grant>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
