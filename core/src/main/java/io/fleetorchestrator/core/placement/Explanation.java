package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;
import java.util.List;
import java.util.Optional;

/** Why a region has no slot for a request, and the slot that came nearest where one can be computed. */
record Explanation(List<Reason> reasons, Optional<CandidateSlot> nearest) {

    static Explanation of(Reason reason) {
        return new Explanation(List.of(reason), Optional.empty());
    }
}
