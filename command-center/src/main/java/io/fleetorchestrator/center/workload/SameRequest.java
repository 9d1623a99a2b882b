package io.fleetorchestrator.center.workload;

import io.fleetorchestrator.core.fleet.Fingerprint;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** Whether a decision answers a request. */
public final class SameRequest {

    private SameRequest() {}

    /** Whether it is the decision on this very request, and not on another one under its id. */
    public static boolean answers(SchedulingDecision decision, WorkloadRequest request) {
        var key = RequestKey.of(request);
        return key.equals(RequestKey.of(decision))
                && (key.kind() == RequestKind.CANCEL || sameContent(decision, request));
    }

    /** Whether the request that was decided had the content of this one. */
    public static boolean sameContent(SchedulingDecision decision, WorkloadRequest request) {
        var fingerprint = decision.getFingerprint();
        return fingerprint == null ? shows(decision, request) : fingerprint == Fingerprint.of(request);
    }

    /** Decisions of 0.1.0 have no fingerprint: as far as they show what was asked. */
    private static boolean shows(SchedulingDecision decision, WorkloadRequest request) {
        return decision.getTenant().equals(request.getTenant())
                && decision.getName().equals(request.getName())
                && decision.getHomeRegion().equals(request.getHomeRegion())
                && Double.compare(decision.getPowerMw(), request.getPowerMw()) == 0
                && decision.getDurationHours() == request.getDurationHours();
    }
}
