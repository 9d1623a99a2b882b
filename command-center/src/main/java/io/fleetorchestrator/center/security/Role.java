package io.fleetorchestrator.center.security;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Look. */
    VIEWER,
    /** Ask for placements and give them back, for the own tenant. */
    SUBMITTER,
    /** The same for every tenant. */
    OPERATOR;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The role of that name, in any case. */
    public static Optional<Role> named(String name) {
        try {
            return Optional.of(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
