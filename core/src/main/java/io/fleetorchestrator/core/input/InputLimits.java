package io.fleetorchestrator.core.input;

import java.time.Instant;

/** Limits that every name and every instant from outside keeps, in whatever record it comes. */
public final class InputLimits {

    /** Longest name of a fleet or a region: they are keys, and stand in reasons, metrics and file names. */
    public static final int MAX_NAME_LENGTH = 100;

    /** What a name has to be, for texts. */
    public static final String NAME = "1 to " + MAX_NAME_LENGTH + " characters, not blank, without control characters";

    /** Before there were regions like ours, and far enough ahead for whatever is planned; hours fit an int with ease. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** What an instant has to be, for texts. */
    public static final String TIME = EARLIEST + " to " + LATEST;

    private InputLimits() {}

    /** Whether a fleet or a region can be called that. */
    public static boolean isName(String text) {
        return text.length() <= MAX_NAME_LENGTH && !text.isBlank() && Culprit.isPrintable(text);
    }

    /** Whether something can have happened, or be planned, then. */
    public static boolean isTime(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
