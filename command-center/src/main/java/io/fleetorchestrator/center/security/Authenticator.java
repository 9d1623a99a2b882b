package io.fleetorchestrator.center.security;

import java.util.List;
import java.util.Optional;

/** Says who a caller is. */
public final class Authenticator {

    private static final String BEARER = "Bearer ";

    private final List<Credentials> credentials;
    private final Optional<Role> anonymous;

    public Authenticator(List<Credentials> credentials, Optional<Role> anonymous) {
        this.credentials = List.copyOf(credentials);
        this.anonymous = anonymous;
    }

    /** Who sent this header; empty when that cannot be told. A bad token is never taken for no token. */
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
