package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import java.util.Objects;

/** A workload and where it runs, hours since the epoch. */
record Run(String requestId, String region, long start, long end, double powerMw) {

    long hours() {
        return end - start;
    }

    /** The run that the scheduler placed. */
    static Run of(DecidedRequest approved) {
        var placement = Objects.requireNonNull(approved.decision().getPlacement());
        return new Run(
                approved.request().getRequestId(),
                placement.getRegion(),
                EpochHours.floor(placement.getStartsAt()),
                EpochHours.floor(placement.getEndsAt()),
                approved.request().getPowerMw());
    }
}
