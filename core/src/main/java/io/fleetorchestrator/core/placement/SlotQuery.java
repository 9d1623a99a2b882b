package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;

/**
 * What a request needs of a slot: how much power, for how long and when, in whole hours.
 *
 * @param preferredStart the start from which delay is counted
 * @param latestStart the last start that meets the deadline; before {@code earliestStart} if there is none
 */
record SlotQuery(
        double powerMw, int hours, long earliestStart, long latestStart, long preferredStart, Weights weights) {

    private static final long NO_DEADLINE = Long.MAX_VALUE;

    static SlotQuery of(WorkloadRequest request, FleetPolicy policy, Instant now) {
        long soonest = EpochHours.ceil(now);
        long earliest = request.getEarliestStart() == null
                ? soonest
                : Math.max(soonest, EpochHours.ceil(request.getEarliestStart()));
        long latest = request.getDeadline() == null
                ? NO_DEADLINE
                : EpochHours.floor(request.getDeadline()) - request.getDurationHours();
        return new SlotQuery(
                // Rounded as in the ledger, so that what is checked and what is committed are the same number.
                Power.ofMegawatts(request.getPowerMw()).megawatts(),
                request.getDurationHours(),
                earliest,
                latest,
                earliest,
                request.getWeights() == null ? Weights.of(policy) : Weights.of(request.getWeights()));
    }

    boolean isTooTight() {
        return latestStart < earliestStart;
    }

    /** The same workload at any time from {@code soonest} on. */
    SlotQuery atAnyTime(long soonest) {
        return new SlotQuery(powerMw, hours, soonest, NO_DEADLINE, preferredStart, weights);
    }

    /** What remains of the workload, as early as possible from {@code soonest} on. */
    SlotQuery remaining(int hoursLeft, long soonest) {
        long last = latestStart == NO_DEADLINE ? NO_DEADLINE : latestStart + hours - hoursLeft;
        return new SlotQuery(powerMw, hoursLeft, Math.max(earliestStart, soonest), last, soonest, weights);
    }
}
