package io.fleetorchestrator.runtime.failure;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The three kinds of failure, which take three paths. */
enum FailureKind {
    /** The record is at fault, and always will be: set it aside. */
    POISON,
    /** The platform is at fault, and will mend: try again. */
    TRANSIENT,
    /** Something is set up wrongly or broken: trying again may help, but not for ever. */
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

    /** Kafka's own exceptions speak of the platform, but for those that say the bytes cannot be read. */
    private static boolean isOfThePlatform(Throwable cause) {
        return cause instanceof KafkaException && !(cause instanceof SerializationException);
    }

    /** The failure, and what caused it, outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .map(Optional::orElseThrow);
    }
}
