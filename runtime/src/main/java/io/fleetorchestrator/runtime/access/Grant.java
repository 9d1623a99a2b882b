package io.fleetorchestrator.runtime.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Operations that are allowed on one resource, or on all resources whose names have the same prefix. */
public record Grant(ResourcePattern resource, Set<AclOperation> operations) {

    private static final String ANY_HOST = "*";

    public Grant {
        operations = Set.copyOf(operations);
    }

    static Grant on(ResourceType type, String name, AclOperation... operations) {
        return new Grant(new ResourcePattern(type, name, PatternType.LITERAL), Set.of(operations));
    }

    static Grant below(ResourceType type, String prefix, AclOperation... operations) {
        return new Grant(new ResourcePattern(type, prefix, PatternType.PREFIXED), Set.of(operations));
    }

    /** The operations, in the same order each time. */
    public List<AclOperation> sortedOperations() {
        return List.copyOf(new TreeSet<>(operations));
    }

    /** The grant as ACL bindings. */
    public List<AclBinding> bindings(String principal) {
        return sortedOperations().stream()
                .map(operation -> new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW))
                .map(entry -> new AclBinding(resource, entry))
                .toList();
    }
}
