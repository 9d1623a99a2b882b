package io.fleetorchestrator.schemas.serdes;

import org.apache.kafka.common.config.ConfigException;

/** The schema registry said no to us, or we to it: credentials, certificates, address or schemas are to be set right. */
public final class RegistryRefusedException extends ConfigException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
