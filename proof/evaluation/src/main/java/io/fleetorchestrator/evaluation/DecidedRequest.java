package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** A request and its decision. */
record DecidedRequest(WorkloadRequest request, SchedulingDecision decision) {

    boolean approved() {
        return decision.getVerdict() == Verdict.APPROVED;
    }
}
