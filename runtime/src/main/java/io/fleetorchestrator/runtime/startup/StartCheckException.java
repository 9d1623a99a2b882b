package io.fleetorchestrator.runtime.startup;

/** The cluster does not meet the needs of the service. The message has the remedy. */
public final class StartCheckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartCheckException(String message) {
        super(message);
    }
}
