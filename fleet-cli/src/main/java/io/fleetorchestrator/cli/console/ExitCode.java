package io.fleetorchestrator.cli.console;

import io.fleetorchestrator.schemas.contract.Verdict;

/** What the process says to scripts when it ends. */
public final class ExitCode {

    public static final int OK = 0;
    /** Something went wrong that the command could not help. */
    public static final int FAILED = 1;
    /** The command line or the configuration is wrong. */
    public static final int USAGE = 2;
    /** A service refused to start because something it needs is not there. */
    public static final int NOT_READY = 3;
    /** The answer is no. */
    public static final int BLOCKED = 4;
    /** There was no answer in time. */
    public static final int NO_ANSWER = 5;

    private ExitCode() {}

    /** The code that tells a verdict. */
    public static int of(Verdict verdict) {
        return verdict == Verdict.APPROVED ? OK : BLOCKED;
    }
}
