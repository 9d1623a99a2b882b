package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** A workload that was approved, and where it runs until before {@code end}. */
public record CommittedWorkload(WorkloadRequest request, String region, long start, long end, boolean atRisk) {

    static CommittedWorkload at(Placement placement, WorkloadRequest request) {
        return new CommittedWorkload(
                request,
                placement.getRegion(),
                EpochHours.floor(placement.getStartsAt()),
                EpochHours.floor(placement.getEndsAt()),
                false);
    }

    public String requestId() {
        return request.getRequestId();
    }

    Power power() {
        return Power.ofMegawatts(request.getPowerMw());
    }

    /** What is left of it from the hour on. */
    Placement from(long hour) {
        return new Placement(region, EpochHours.start(Math.max(start, hour)), EpochHours.start(end));
    }

    /** What of it has run before the hour. */
    CommittedWorkload before(long hour) {
        return new CommittedWorkload(request, region, start, Math.min(end, hour), false);
    }

    CommittedWorkload withRisk(boolean now) {
        return new CommittedWorkload(request, region, start, end, now);
    }
}
