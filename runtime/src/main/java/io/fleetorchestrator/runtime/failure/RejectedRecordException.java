package io.fleetorchestrator.runtime.failure;

/** Carries a rejection from the rule that was broken to the handler that dead-letters the record. */
final class RejectedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RejectedRecordException(String reason, String text) {
        // No stack trace: it would not help, and many rejections in a row must stay cheap.
        super(text, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
