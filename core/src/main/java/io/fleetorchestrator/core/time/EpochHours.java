package io.fleetorchestrator.core.time;

import java.time.Duration;
import java.time.Instant;

/** Hours since the epoch, UTC: the grid on which everything is placed. */
public final class EpochHours {

    private static final long MILLIS = Duration.ofHours(1).toMillis();

    private EpochHours() {}

    /** The hour that the instant falls into. */
    public static long floor(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), MILLIS);
    }

    /** The first hour that starts at the instant or after it. */
    public static long ceil(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli() + MILLIS - 1, MILLIS);
    }

    /** When the hour starts. */
    public static Instant start(long hour) {
        return Instant.ofEpochMilli(hour * MILLIS);
    }
}
