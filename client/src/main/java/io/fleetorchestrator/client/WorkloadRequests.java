package io.fleetorchestrator.client;

import io.fleetorchestrator.core.fleet.Fingerprint;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How a client publishes a request, and recognises the decision on it. */
public final class WorkloadRequests {

    private WorkloadRequests() {}

    /** The record of a request: keyed by its fleet, with the time of its submission. */
    public static ProducerRecord<String, WorkloadRequest> record(String topicPrefix, WorkloadRequest request) {
        return new ProducerRecord<>(
                Topics.WORKLOAD_REQUESTS.name(topicPrefix),
                null,
                request.getSubmittedAt().toEpochMilli(),
                request.getFleet(),
                request);
    }

    /** Whether the decision answers this request, and not another request under its id. */
    public static boolean answers(SchedulingDecision decision, WorkloadRequest request) {
        var key = RequestKey.of(request);
        return key.equals(RequestKey.of(decision))
                && (key.kind() == RequestKind.CANCEL || hasContentOf(decision, request));
    }

    /** Whether the request that was decided has the content of this one. */
    public static boolean hasContentOf(SchedulingDecision decision, WorkloadRequest request) {
        var fingerprint = decision.getFingerprint();
        return fingerprint == null ? showsContentOf(decision, request) : fingerprint == Fingerprint.of(request);
    }

    /** Decisions of 0.1.0 have no fingerprint, so the fields that they share with the request are compared. */
    private static boolean showsContentOf(SchedulingDecision decision, WorkloadRequest request) {
        return decision.getTenant().equals(request.getTenant())
                && decision.getName().equals(request.getName())
                && decision.getHomeRegion().equals(request.getHomeRegion())
                && Double.compare(decision.getPowerMw(), request.getPowerMw()) == 0
                && decision.getDurationHours() == request.getDurationHours();
    }
}
