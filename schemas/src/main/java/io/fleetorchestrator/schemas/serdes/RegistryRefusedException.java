package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.config.ConfigException;

/** The schema registry answered, and said no: credentials, address or schemas must be set right by somebody. */
public final class RegistryRefusedException extends ConfigException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
