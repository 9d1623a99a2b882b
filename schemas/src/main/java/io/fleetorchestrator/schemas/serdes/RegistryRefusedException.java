package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.config.ConfigException;

/** The schema registry denied access, or is not trusted: credentials, certificates, address or schemas must be corrected. */
public final class RegistryRefusedException extends ConfigException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
