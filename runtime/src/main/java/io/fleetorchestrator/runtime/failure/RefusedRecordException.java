package io.fleetorchestrator.runtime.failure;

/** Carries a refusal from the rule that made it to the handler that sets the record aside. */
final class RefusedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedRecordException(String reason, String text) {
        // A refusal is no accident: where it was thrown says nothing, and floods of them must stay cheap.
        super(text, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
