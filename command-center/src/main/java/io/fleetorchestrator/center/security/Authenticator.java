package io.fleetorchestrator.center.security;

import java.util.List;
import java.util.Optional;

/** Identifies the caller of a request. */
public final class Authenticator {

    private static final String BEARER = "Bearer ";

    private final List<Credentials> credentials;
    private final Optional<Role> anonymous;

    public Authenticator(List<Credentials> credentials, Optional<Role> anonymous) {
        this.credentials = List.copyOf(credentials);
        this.anonymous = anonymous;
    }

    /** The caller with this header; empty if it is invalid. An invalid token is not treated like an absent one. */
    public Optional<Caller> caller(Optional<String> authorization) {
        return authorization.isEmpty()
                ? anonymous.map(Caller::anonymous)
                : authorization
                        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(header -> header.substring(BEARER.length()).strip())
                        .flatMap(this::known);
    }

    private Optional<Caller> known(String bearer) {
        return credentials.stream()
                .flatMap(kind -> kind.caller(bearer).stream())
                .findFirst();
    }
}
