package io.fleetorchestrator.cli.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.fleetorchestrator.runtime.access.Grant;
import io.fleetorchestrator.runtime.access.Principal;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Topics and principals as resources of the Strimzi operator. */
final class Strimzi {

    private static final String API = "kafka.strimzi.io/v1beta2";

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

    private final TopicPlan plan;
    private final Map<String, String> labels;

    Strimzi(TopicPlan plan, String cluster) {
        this.plan = plan;
        this.labels = Map.of("strimzi.io/cluster", cluster);
    }

    /** One document for each topic. */
    String topics() {
        return documents(plan.topics().stream().map(this::topic));
    }

    /** One document for each principal; the operator generates the passwords. */
    String users() {
        return documents(Principals.of(plan.prefix()).stream().map(this::user));
    }

    private Map<String, Object> topic(Topic<?> topic) {
        var name = topic.name(plan.prefix());
        return resource(
                "KafkaTopic",
                name,
                ordered("topicName", name, "partitions", topic.partitions(), "config", topic.effectiveConfig()));
    }

    private Map<String, Object> user(Principal principal) {
        var acls = principal.grants().stream().map(Strimzi::acl).toList();
        return resource(
                "KafkaUser",
                principal.name(),
                ordered(
                        "authentication", Map.of("type", "scram-sha-512"),
                        "authorization", ordered("type", "simple", "acls", acls)));
    }

    private static Map<String, Object> acl(Grant grant) {
        return ordered(
                "resource", resource(grant.resource()),
                "operations",
                        grant.sortedOperations().stream()
                                .map(AclCommands::words)
                                .toList());
    }

    private static Map<String, Object> resource(ResourcePattern resource) {
        return ordered(
                "type", type(resource.resourceType()),
                "name", resource.name(),
                "patternType", resource.patternType() == PatternType.PREFIXED ? "prefix" : "literal");
    }

    private static String type(ResourceType type) {
        return switch (type) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactionalId";
            default -> throw new IllegalArgumentException("no grants on " + type);
        };
    }

    private Map<String, Object> resource(String kind, String name, Map<String, Object> spec) {
        return ordered(
                "apiVersion", API, "kind", kind, "metadata", ordered("name", name, "labels", labels), "spec", spec);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String documents(Stream<Map<String, Object>> resources) {
        return resources.map(Strimzi::document).collect(Collectors.joining());
    }

    private static String document(Map<String, Object> resource) {
        try {
            return YAML.writeValueAsString(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(List.copyOf(resource.keySet()).toString(), e);
        }
    }
}
