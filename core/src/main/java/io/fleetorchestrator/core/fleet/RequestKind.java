package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.RequestAction;

/** What an id is used for: each use has one answer, so a dry run does not use up the id of the real thing. */
public enum RequestKind {
    SUBMIT,
    DRY_RUN,
    CANCEL;

    static RequestKind of(RequestAction action, boolean dryRun) {
        if (action == RequestAction.CANCEL) {
            return CANCEL;
        }
        return dryRun ? DRY_RUN : SUBMIT;
    }
}
