package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;

/** The Kafka and the registry that everything meets at. */
interface Backbone extends AutoCloseable {

    ClusterConnection cluster();

    @Override
    void close();

    /** One that somebody else runs, and goes on running. */
    static Backbone existing(ClusterConnection cluster) {
        return new Backbone() {
            @Override
            public ClusterConnection cluster() {
                return cluster;
            }

            @Override
            public void close() {
                // Not ours to stop.
            }
        };
    }
}
