package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.SerializationException;

/** A record would be larger than its topic takes. It is refused before it is sent, so that only its input is lost. */
public final class OutputTooLargeException extends SerializationException {

    private static final long serialVersionUID = 1L;

    OutputTooLargeException(String message) {
        super(message);
    }
}
