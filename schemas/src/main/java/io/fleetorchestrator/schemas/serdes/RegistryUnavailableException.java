package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry cannot be asked just now: nothing is wrong with the record, so try again. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
