package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;

/** The broker and the registry that all services use. */
interface KafkaStack extends AutoCloseable {

    ClusterConnection cluster();

    @Override
    void close();

    /** An existing one, which is not stopped. */
    static KafkaStack existing(ClusterConnection cluster) {
        return new KafkaStack() {
            @Override
            public ClusterConnection cluster() {
                return cluster;
            }

            @Override
            public void close() {
                // It was not started here.
            }
        };
    }
}
