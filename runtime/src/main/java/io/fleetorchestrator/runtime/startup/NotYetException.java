package io.fleetorchestrator.runtime.startup;

/** Something that a service waits for is not there yet. */
final class NotYetException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param what completes the text "waiting for" */
    NotYetException(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
