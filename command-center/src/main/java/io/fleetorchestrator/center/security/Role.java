package io.fleetorchestrator.center.security;

import java.util.Locale;
import java.util.Optional;

/** The permissions of a caller. Each role includes those before it. */
public enum Role {
    /** May read. */
    VIEWER,
    /** May request and release placements of its own tenant. */
    SUBMITTER,
    /** May request and release placements of every tenant. */
    OPERATOR;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The role of that name, ignoring case. */
    public static Optional<Role> named(String name) {
        try {
            return Optional.of(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
