package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** Which request this is: ids are unique within a fleet, and each use of an id has an answer of its own. */
public record RequestKey(String fleet, RequestKind kind, String requestId) {

    /** The key of a request, in the fleet that it names. */
    public static RequestKey of(WorkloadRequest request) {
        return new RequestKey(
                request.getFleet(), RequestKind.of(request.getAction(), request.getDryRun()), request.getRequestId());
    }

    /** The key of the request that a decision answers. */
    public static RequestKey of(SchedulingDecision decision) {
        return new RequestKey(
                decision.getFleet(),
                RequestKind.of(decision.getAction(), decision.getDryRun()),
                decision.getRequestId());
    }
}
