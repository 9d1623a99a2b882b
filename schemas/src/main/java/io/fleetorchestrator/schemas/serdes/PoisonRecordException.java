package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** These bytes can never be read, however often it is tried: the record belongs on the dead-letter topic. */
public final class PoisonRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes; few and fixed, so that they can be counted by it. */
    public enum Reason {
        TOO_SHORT,
        WRONG_MAGIC,
        TOO_LARGE,
        UNKNOWN_SCHEMA_ID,
        UNUSABLE_SCHEMA,
        TRUNCATED,
        MALFORMED,
        TRAILING_BYTES
    }

    private final Reason reason;

    PoisonRecordException(Reason reason, String message) {
        this(reason, message, null);
    }

    PoisonRecordException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong with the bytes. */
    public Reason reason() {
        return reason;
    }
}
