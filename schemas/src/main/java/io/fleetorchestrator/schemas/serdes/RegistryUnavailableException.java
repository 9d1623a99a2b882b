package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry cannot be reached. The record is not the cause, so retry. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
