package io.fleetorchestrator.runtime.service;

/** What a process tells whoever started it. */
public enum ServiceExitCode {
    /** It ended in peace, or was told to stop and did. */
    OK(0),
    /** It failed in a way that a restart may mend. */
    FAILURE(1),
    /** It was told something it cannot do; a restart does not help. */
    USAGE(2),
    /** The cluster is not as it needs it; the log says what mends it. */
    START_CHECK(3);

    private final int number;

    ServiceExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
