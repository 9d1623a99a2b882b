package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Bytes that can never be read: retrying does not help, so the record must be dead-lettered. */
public final class PoisonRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. There are few fixed reasons, so that a metric can have them as a label. */
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
