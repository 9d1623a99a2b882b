package io.fleetorchestrator.runtime.failure;

import io.micrometer.core.instrument.MeterRegistry;

/** Sets aside records that can be read but that our rules refuse. */
public final class DeadLetters {

    /** Says why a record was set aside, as a word of a small vocabulary. */
    public static final String REASON_HEADER = "__fleet.reason";

    private DeadLetters() {}

    /**
     * To be thrown from a processor: ends the processing of the record, which goes to the dead-letter topic as it came,
     * with the headers that poison gets and this reason. Throw it before any state is touched.
     */
    public static RuntimeException refuse(Enum<?> reason, String text) {
        return new RefusedRecordException(reason.name(), text);
    }

    /** Counts each of these reasons from zero: a counter that appears with its first letter shows no growth. */
    public static <E extends Enum<E>> void announce(Class<E> reasons, MeterRegistry meters) {
        for (var reason : reasons.getEnumConstants()) {
            DeadLetterCounter.of(reason.name(), meters);
        }
    }
}
