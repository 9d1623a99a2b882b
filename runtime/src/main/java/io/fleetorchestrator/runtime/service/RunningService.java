package io.fleetorchestrator.runtime.service;

/** A running service. */
public interface RunningService extends AutoCloseable {

    /** Waits until the service has ended by itself, and returns whether it ended without a failure. */
    boolean awaitEnd() throws InterruptedException;

    /** The description of its topology, if it has one. */
    default String topology() {
        return "this service has no topology\n";
    }

    /** Stops within the time that the settings allow. */
    @Override
    void close();
}
