package io.fleetorchestrator.runtime.access;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;

/** A user of the cluster and all its grants. */
public record Principal(String name, List<Grant> grants) {

    public Principal {
        grants = List.copyOf(grants);
    }

    /** All grants as ACL bindings. */
    public List<AclBinding> bindings() {
        return grants.stream()
                .flatMap(grant -> grant.bindings("User:" + name).stream())
                .toList();
    }
}
