package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;

/** The Kafka and the registry that everything meets at. */
interface KafkaStack extends AutoCloseable {

    ClusterConnection cluster();

    @Override
    void close();

    /** One that somebody else runs, and goes on running. */
    static KafkaStack existing(ClusterConnection cluster) {
        return new KafkaStack() {
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
