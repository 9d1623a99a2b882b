package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is to be answered to a request, before it is written down. */
sealed interface PlacementResult {

    /** Calls the function that is made for this kind of result, so that none is forgotten. */
    <T> T match(Function<Approved, T> approved, Function<Blocked, T> blocked);

    /** It may run there. */
    record Approved(CandidateSlot slot) implements PlacementResult {
        @Override
        public <T> T match(Function<Approved, T> approved, Function<Blocked, T> blocked) {
            return approved.apply(this);
        }
    }

    /** It may not, for these reasons; the slot that came nearest, and the one that would have passed. */
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
