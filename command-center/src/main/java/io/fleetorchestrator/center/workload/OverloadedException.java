package io.fleetorchestrator.center.workload;

/** More requests wait for their acknowledgement than is good for any of them. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverloadedException() {
        super("too many requests wait for the cluster");
    }
}
