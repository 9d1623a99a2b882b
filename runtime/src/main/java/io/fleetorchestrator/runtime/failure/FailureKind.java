package io.fleetorchestrator.runtime.failure;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The three kinds of failure. Each is handled in its own way. */
enum FailureKind {
    /** The record is the cause, and retrying will not help: dead-letter it. */
    POISON,
    /** The platform is the cause, and will recover: retry. */
    TRANSIENT,
    /** A setting is wrong or something is broken: retry a few times, then stop. */
    BROKEN;

    static FailureKind of(Throwable failure) {
        if (causes(failure).anyMatch(FailureKind::passes)) {
            return TRANSIENT;
        }
        return failure instanceof Exception && causes(failure).noneMatch(FailureKind::isOfThePlatform)
                ? POISON
                : BROKEN;
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof RetriableException || cause instanceof InvalidStateStoreException;
    }

    /** Kafka's own exceptions are failures of the platform, except for those about unreadable bytes. */
    private static boolean isOfThePlatform(Throwable cause) {
        return cause instanceof KafkaException && !(cause instanceof SerializationException);
    }

    /** The failure and its causes, outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .map(Optional::orElseThrow);
    }
}
