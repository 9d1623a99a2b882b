package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** What an id is used for: each use has one answer, so a dry run does not use up the id of the real thing. */
public enum Kind {
    SUBMIT,
    DRY_RUN,
    CANCEL;

    static Kind of(WorkloadRequest request) {
        if (request.getAction() == RequestAction.CANCEL) {
            return CANCEL;
        }
        return request.getDryRun() ? DRY_RUN : SUBMIT;
    }
}
