package io.fleetorchestrator.runtime.startup;

/** Something is not there yet, and may come. */
final class NotYetException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what as it stands behind "waiting for" */
    NotYetException(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
