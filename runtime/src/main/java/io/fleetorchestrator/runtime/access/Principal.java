package io.fleetorchestrator.runtime.access;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;

/** Somebody who logs in to the cluster, and all that is granted. */
public record Principal(String name, List<Grant> grants) {

    public Principal {
        grants = List.copyOf(grants);
    }

    /** All grants as a cluster's admin is told them. */
    public List<AclBinding> bindings() {
        return grants.stream()
                .flatMap(grant -> grant.bindings("User:" + name).stream())
                .toList();
    }
}
