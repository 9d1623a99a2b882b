package io.fleetorchestrator.center.workload;

/** The cluster did not acknowledge a request in time: it may or may not have it, and sending it again is safe. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnavailableException(Throwable cause) {
        super("the cluster did not acknowledge the request", cause);
    }
}
