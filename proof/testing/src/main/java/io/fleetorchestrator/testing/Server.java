package io.fleetorchestrator.testing;

/** A broker or a registry somewhere, that keeps its address and its data while it is stopped. */
public interface Server extends AutoCloseable {

    /** Where clients find it; known before it runs. */
    String address();

    /** Starts it and waits until it serves; does nothing when it runs already. */
    void start();

    /** Stops it; does nothing when it is stopped already. */
    void stop();

    /** Stops it for good and takes its data away. */
    @Override
    void close();
}
