package io.fleetorchestrator.center.workload;

/** The cluster did not acknowledge a request in time. It may have stored it; sending the same request again is safe. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnavailableException(Throwable cause) {
        super("the cluster did not acknowledge the request", cause);
    }
}
