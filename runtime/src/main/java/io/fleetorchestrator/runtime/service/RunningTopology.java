package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.streams.StreamsRunner;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import org.apache.kafka.streams.Topology;

/** A running topology and its serdes. */
record RunningTopology(StreamsRunner runner, Topology description, AvroSerdes serdes) implements RunningService {

    @Override
    public boolean awaitEnd() throws InterruptedException {
        return runner.awaitEnd();
    }

    @Override
    public String topology() {
        return description.describe().toString();
    }

    @Override
    public void close() {
        runner.close();
        serdes.close();
    }
}
