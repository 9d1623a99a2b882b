package io.fleetorchestrator.runtime.failure;

import io.micrometer.core.instrument.MeterRegistry;

/** Rejects records that can be read but that break a rule. */
public final class DeadLetters {

    /** The reason for which a record was dead-lettered; one of few fixed names. */
    public static final String REASON_HEADER = "__fleet.reason";

    private DeadLetters() {}

    /**
     * The exception that a processor throws to reject a record. The record goes to the dead-letter topic unchanged, with
     * this reason and the headers of any dead letter. Throw it before any state is changed.
     */
    public static RuntimeException reject(Enum<?> reason, String text) {
        return new RejectedRecordException(reason.name(), text);
    }

    /** Starts the counter of each reason at zero: a counter that appears with its first record shows no increase. */
    public static <E extends Enum<E>> void announce(Class<E> reasons, MeterRegistry meters) {
        for (var reason : reasons.getEnumConstants()) {
            DeadLetterCounter.of(reason.name(), meters);
        }
    }
}
