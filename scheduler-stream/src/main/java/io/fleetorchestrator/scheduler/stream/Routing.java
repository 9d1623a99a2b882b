package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Forwards the requests on the right partition, or those on a wrong one. */
public final class Routing extends ContextualFixedKeyProcessor<String, WorkloadRequest, WorkloadRequest> {

    private final KeyPartition keys;
    private final boolean right;

    private Routing(KeyPartition keys, boolean right) {
        this.keys = keys;
        this.right = right;
    }

    /** Requests on the partition of their fleet. */
    public static FixedKeyProcessorSupplier<String, WorkloadRequest, WorkloadRequest> rightPartition(int partitions) {
        return () -> new Routing(new KeyPartition(partitions), true);
    }

    /** Requests that a client sent to another partition than that of their fleet. */
    public static FixedKeyProcessorSupplier<String, WorkloadRequest, WorkloadRequest> wrongPartition(int partitions) {
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
