package io.fleetorchestrator.runtime.service;

/** The exit codes of a service. */
public enum ServiceExitCode {
    /** It ended normally, or was stopped. */
    OK(0),
    /** It failed; a restart may help. */
    FAILURE(1),
    /** Its settings are wrong; a restart does not help. */
    USAGE(2),
    /** The cluster does not meet its needs; the log has the remedy. */
    START_CHECK(3);

    private final int number;

    ServiceExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
