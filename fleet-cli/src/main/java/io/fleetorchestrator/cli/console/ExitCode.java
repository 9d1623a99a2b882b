package io.fleetorchestrator.cli.console;

import io.fleetorchestrator.schemas.contract.Verdict;

/** The exit codes of the process, for scripts. */
public final class ExitCode {

    public static final int OK = 0;
    /** Something failed outside the command. */
    public static final int FAILED = 1;
    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;
    /** Something that is needed is missing, such as a topic. */
    public static final int NOT_READY = 3;
    /** The scheduler blocked the request. */
    public static final int BLOCKED = 4;
    /** No answer came in time. */
    public static final int NO_ANSWER = 5;

    private ExitCode() {}

    /** The exit code for a verdict. */
    public static int of(Verdict verdict) {
        return verdict == Verdict.APPROVED ? OK : BLOCKED;
    }
}
