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

    /** Whether the caller may see what belongs to this tenant and, where its role lets it, change it. */
    public boolean actsFor(String owner) {
        return seesAll() || tenant.filter(owner::equals).isPresent();
    }

    /** Whether the caller is bound to no tenant. */
    public boolean seesAll() {
        return role == Role.OPERATOR || tenant.isEmpty();
    }
}
