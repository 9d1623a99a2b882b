package io.fleetorchestrator.center.security;

import java.util.Optional;

/** One way to find out who sent a bearer token. */
public interface Credentials {

    /** Who it is; empty when this is none of ours, or not good. */
    Optional<Caller> caller(String bearer);
}
