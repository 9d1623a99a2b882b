package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Lets through the requests that came to the right partition, or those that did not. */
public final class Routing extends ContextualFixedKeyProcessor<String, WorkloadRequest, WorkloadRequest> {

    private final KeyPartition keys;
    private final boolean right;

    private Routing(KeyPartition keys, boolean right) {
        this.keys = keys;
        this.right = right;
    }

    /** Requests whose fleet is looked after where they came in. */
    public static FixedKeyProcessorSupplier<String, WorkloadRequest, WorkloadRequest> wellPlaced(int partitions) {
        return () -> new Routing(new KeyPartition(partitions), true);
    }

    /** Requests that some client sent to another partition than their fleet's. */
    public static FixedKeyProcessorSupplier<String, WorkloadRequest, WorkloadRequest> astray(int partitions) {
        return () -> new Routing(new KeyPartition(partitions), false);
    }

    @Override
    public void process(FixedKeyRecord<String, WorkloadRequest> record) {
        if (keys.isRight(record.key(), partition()) == right) {
            context().forward(record);
        }
    }

    private int partition() {
        return context().recordMetadata().orElseThrow().partition();
    }
}
