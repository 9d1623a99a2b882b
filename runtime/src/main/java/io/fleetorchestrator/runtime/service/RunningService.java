package io.fleetorchestrator.runtime.service;

/** A service at work. */
public interface RunningService extends AutoCloseable {

    /** Waits until the service has ended by itself, and says whether in peace. */
    boolean awaitEnd() throws InterruptedException;

    /** Its topology in words, if it has one. */
    default String topology() {
        return "this service has no topology\n";
    }

    /** Stops, within the time the settings give. */
    @Override
    void close();
}
