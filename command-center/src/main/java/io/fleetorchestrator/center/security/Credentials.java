package io.fleetorchestrator.center.security;

import java.util.Optional;

/** A kind of credentials, by which a bearer token identifies its caller. */
public interface Credentials {

    /** The caller; empty if the token is of another kind or invalid. */
    Optional<Caller> caller(String bearer);
}
