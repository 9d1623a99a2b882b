package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.Connection;

/** The Kafka and the registry that everything meets at. */
interface Backbone extends AutoCloseable {

    Connection cluster();

    @Override
    void close();

    /** One that somebody else runs, and goes on running. */
    static Backbone existing(Connection cluster) {
        return new Backbone() {
            @Override
            public Connection cluster() {
                return cluster;
            }

            @Override
            public void close() {
                // Not ours to stop.
            }
        };
    }
}
