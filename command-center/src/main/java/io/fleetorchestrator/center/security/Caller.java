package io.fleetorchestrator.center.security;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param tenant on whose behalf; empty for those who may speak for any
 */
public record Caller(String name, Role role, Optional<String> tenant) {

    public static Caller anonymous(Role role) {
        return new Caller("anonymous", role, Optional.empty());
    }

    /** Whether the caller may touch what belongs to this tenant. */
    public boolean actsFor(String owner) {
        return role == Role.OPERATOR || tenant.isEmpty() || tenant.get().equals(owner);
    }
}
