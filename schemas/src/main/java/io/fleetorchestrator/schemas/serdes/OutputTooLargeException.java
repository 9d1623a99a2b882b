package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.SerializationException;

/** A record exceeds the size limit of its topic. It is rejected before it is sent, so that only its input is dead-lettered. */
public final class OutputTooLargeException extends SerializationException {

    private static final long serialVersionUID = 1L;

    OutputTooLargeException(String message) {
        super(message);
    }
}
