package io.fleetorchestrator.core.input;

import java.time.Instant;

/** Limits for names and instants in all records from outside. */
public final class InputLimits {

    /** Longest name of a fleet or region. Names are keys, and are part of reasons, metrics and file names. */
    public static final int MAX_NAME_LENGTH = 100;

    /** Description of a valid name, for error texts. */
    public static final String NAME = "1 to " + MAX_NAME_LENGTH + " characters, not blank, without control characters";

    /** Wider than any data or plan needs; hours in this range fit an int. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Description of a valid instant, for error texts. */
    public static final String TIME = EARLIEST + " to " + LATEST;

    private InputLimits() {}

    /** Whether this is a valid name of a fleet or region. */
    public static boolean isName(String text) {
        return text.length() <= MAX_NAME_LENGTH && !text.isBlank() && Culprit.isPrintable(text);
    }

    /** Whether this is a valid instant. */
    public static boolean isTime(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
