package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.time.Instant;

/** What a fleet says. */
public sealed interface FleetAnswer {

    /** Event time of the answer. */
    Instant at();

    /** The one answer to a request. */
    record Decided(SchedulingDecision decision) implements FleetAnswer {
        @Override
        public Instant at() {
            return decision.getDecidedAt();
        }
    }

    /** Something that changed without being asked for. */
    record Advised(Advisory advisory) implements FleetAnswer {
        @Override
        public Instant at() {
            return advisory.getRaisedAt();
        }
    }
}
