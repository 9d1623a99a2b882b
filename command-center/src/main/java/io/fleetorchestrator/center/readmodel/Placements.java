package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which decisions place something. */
final class Placements {

    /** The longest run that is counted: a decision with absurd hours must not keep a loop going. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final double MOST_MW = 1e6;

    private Placements() {}

    /** Whether this is an approval that reserved something which can be: where it ran is of no use if it could not. */
    static boolean isPlaced(SchedulingDecision decision) {
        return decision.getAction() == RequestAction.SUBMIT
                && decision.getVerdict() == Verdict.APPROVED
                && !decision.getDryRun()
                && isPossible(decision.getPlacement())
                && decision.getPowerMw() >= 0
                && decision.getPowerMw() <= MOST_MW;
    }

    private static boolean isPossible(@Nullable Placement placement) {
        return placement != null
                && InputLimits.isTime(placement.getStartsAt())
                && InputLimits.isTime(placement.getEndsAt())
                && Duration.between(placement.getStartsAt(), placement.getEndsAt())
                                .compareTo(LONGEST)
                        <= 0;
    }

    /** Whether it was placed in the region, and ended by then. */
    static boolean isOver(SchedulingDecision decision, String region, Instant now) {
        var placement = decision.getPlacement();
        return placement != null
                && placement.getRegion().equals(region)
                && !placement.getEndsAt().isAfter(now);
    }
}
