package io.fleetorchestrator.producer.workload;

import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;

/** A stream of requests over event time. */
public interface Arrivals {

    /**
     * What is submitted from one instant up to, and without, another, in order of time. The same span always holds the
     * same requests, ids included: a span submitted twice changes nothing.
     */
    List<WorkloadRequest> between(Instant from, Instant to);
}
