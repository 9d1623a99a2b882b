package io.fleetorchestrator.center.security;

import java.util.Optional;

/**
 * The caller of a request.
 *
 * @param tenant the tenant of the caller; empty for callers that may act for any tenant
 */
public record Caller(String name, Role role, Optional<String> tenant) {

    public static Caller anonymous(Role role) {
        return new Caller("anonymous", role, Optional.empty());
    }

    /** Whether the caller may read the workloads of this tenant and, if its role allows it, change them. */
    public boolean actsFor(String owner) {
        return seesAll() || tenant.filter(owner::equals).isPresent();
    }

    /** Whether the caller may act for every tenant. */
    public boolean seesAll() {
        return role == Role.OPERATOR || tenant.isEmpty();
    }
}
