package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The result for a request, before it is written as a decision. */
sealed interface PlacementResult {

    /** Calls the function that is made for this kind of result, so that none is forgotten. */
    <T> T match(Function<Approved, T> approved, Function<Blocked, T> blocked);

    /** The workload may run in this slot. */
    record Approved(CandidateSlot slot) implements PlacementResult {
        @Override
        public <T> T match(Function<Approved, T> approved, Function<Blocked, T> blocked) {
            return approved.apply(this);
        }
    }

    /** The workload may not run, for these reasons. Holds the slot that came nearest, and one to offer instead. */
    record Blocked(List<Reason> reasons, Optional<CandidateSlot> nearest, Optional<CandidateSlot> offer)
            implements PlacementResult {

        static Blocked because(List<Reason> reasons) {
            return new Blocked(reasons, Optional.empty(), Optional.empty());
        }

        @Override
        public <T> T match(Function<Approved, T> approved, Function<Blocked, T> blocked) {
            return blocked.apply(this);
        }
    }
}
