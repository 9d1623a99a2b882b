package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;

/** A stream of requests over event time. */
public interface Arrivals {

    /**
     * The requests from one instant (inclusive) to another (exclusive), in order of time. The same period always has the
     * same requests and ids, so that a period submitted twice changes nothing.
     */
    List<WorkloadRequest> between(Instant from, Instant to);
}
