package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a fleet publishes. */
public sealed interface FleetAnswer {

    /** Calls the function that is made for this kind of answer, so that none is forgotten. */
    <T> T match(Function<SchedulingDecision, T> decided, Function<Advisory, T> advised);

    /** The same for functions without a result. */
    default void accept(Consumer<SchedulingDecision> decided, Consumer<Advisory> advised) {
        this.<Runnable>match(decision -> () -> decided.accept(decision), advisory -> () -> advised.accept(advisory))
                .run();
    }

    /** Event time of the answer. */
    default Instant at() {
        return match(SchedulingDecision::getDecidedAt, Advisory::getRaisedAt);
    }

    /** The one answer to a request. */
    record Decided(SchedulingDecision decision) implements FleetAnswer {
        @Override
        public <T> T match(Function<SchedulingDecision, T> decided, Function<Advisory, T> advised) {
            return decided.apply(decision);
        }
    }

    /** Something that changed without being asked for. */
    record Advised(Advisory advisory) implements FleetAnswer {
        @Override
        public <T> T match(Function<SchedulingDecision, T> decided, Function<Advisory, T> advised) {
            return advised.apply(advisory);
        }
    }
}
