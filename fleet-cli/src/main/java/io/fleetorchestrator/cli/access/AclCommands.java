package io.fleetorchestrator.cli.access;

import io.fleetorchestrator.runtime.access.Grant;
import io.fleetorchestrator.runtime.access.Principal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;

/** Principals as calls of kafka-acls.sh, for clusters without an operator. */
final class AclCommands {

    private AclCommands() {}

    static String of(Collection<Principal> principals, String bootstrapServers) {
        return principals.stream()
                .flatMap(principal -> of(principal, bootstrapServers))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> of(Principal principal, String bootstrapServers) {
        return principal.grants().stream()
                .map(grant -> "kafka-acls.sh --bootstrap-server %s --add --allow-principal User:%s%s%s"
                        .formatted(bootstrapServers, principal.name(), operations(grant), resource(grant.resource())));
    }

    private static String operations(Grant grant) {
        return grant.sortedOperations().stream()
                .map(operation -> " --operation " + words(operation))
                .collect(Collectors.joining());
    }

    /** The spelling of kafka-acls.sh and Strimzi, such as {@code DescribeConfigs}. */
    static String words(AclOperation operation) {
        return Stream.of(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String resource(ResourcePattern resource) {
        var flag = switch (resource.resourceType()) {
            case TOPIC -> "topic";
            case GROUP -> "group";
            case TRANSACTIONAL_ID -> "transactional-id";
            default -> throw new IllegalArgumentException("no grants on " + resource);
        };
        var pattern = resource.patternType().name().toLowerCase(Locale.ROOT);
        return " --%s %s --resource-pattern-type %s".formatted(flag, resource.name(), pattern);
    }
}
