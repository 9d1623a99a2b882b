package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.oracle.OwedAnswers.Window;
import io.fleetorchestrator.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One record that nobody can mean.
 *
 * @param label what its answer carries, so that both can be told to belong together
 * @param kind the row of the table that it counts for
 * @param what what is absurd about it
 * @param owed what must come of it
 * @param window when it may run at most, if it is a request
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record HostileRecord(
        Topic<?> topic,
        byte @Nullable [] key,
        byte @Nullable [] value,
        String label,
        String kind,
        String what,
        Owed owed,
        Window window) {

    /** What the services owe to a record once it has been acknowledged. */
    enum Owed {
        /** One decision, or a dead letter. */
        ANSWER,
        /** A dead letter: no reader can make sense of the bytes. */
        LETTER,
        /** Nothing but to go on: it may be used, or put aside. */
        NOTHING
    }

    @Override
    public String toString() {
        return label + " on " + topic.name() + ": " + kind + ", " + what;
    }
}
