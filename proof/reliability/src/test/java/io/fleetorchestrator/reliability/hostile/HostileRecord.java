package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.reliability.oracle.ExpectedOutcomes.Window;
import io.fleetorchestrator.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One hostile record.
 *
 * @param label text of its decision that identifies the record
 * @param kind its row in the table
 * @param what description of the invalid part
 * @param expected the expected outcome
 * @param window in which it may run, if it is a request
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record HostileRecord(
        Topic<?> topic,
        byte @Nullable [] key,
        byte @Nullable [] value,
        String label,
        String kind,
        String what,
        ExpectedOutcome expected,
        Window window) {

    /** The expected outcome of an acknowledged record. */
    enum ExpectedOutcome {
        /** One decision, or a dead letter. */
        ANSWER,
        /** A dead letter: no reader can decode the bytes. */
        LETTER,
        /** It may be used or dead-lettered, as long as the services go on. */
        NOTHING
    }

    @Override
    public String toString() {
        return label + " on " + topic.name() + ": " + kind + ", " + what;
    }
}
