package io.fleetorchestrator.runtime.startup;

/** The cluster is not as the service needs it; the message says what mends it. */
public final class StartCheckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartCheckException(String message) {
        super(message);
    }
}
