package io.fleetorchestrator.reliability.oracle;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** The identity of a request. */
public record Identity(String fleet, String requestId, RequestAction action, boolean dryRun) {

    public static Identity of(WorkloadRequest request) {
        return new Identity(request.getFleet(), request.getRequestId(), request.getAction(), request.getDryRun());
    }

    public static Identity of(SchedulingDecision decision) {
        return new Identity(decision.getFleet(), decision.getRequestId(), decision.getAction(), decision.getDryRun());
    }
}
