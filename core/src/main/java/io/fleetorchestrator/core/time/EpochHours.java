package io.fleetorchestrator.core.time;

import java.time.Duration;
import java.time.Instant;

/** Hours since the epoch, UTC: the grid on which everything is placed. Total: no instant and no hour overflows. */
public final class EpochHours {

    private static final long MILLIS = Duration.ofHours(1).toMillis();
    private static final long SECONDS = Duration.ofHours(1).toSeconds();

    /** The first and the last hour whose start has a number of milliseconds, which is how records write it. */
    private static final long FIRST = Long.MIN_VALUE / MILLIS;

    private static final long LAST = Long.MAX_VALUE / MILLIS;

    private EpochHours() {}

    /** The hour that the instant falls into. */
    public static long floor(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The first hour that starts at the instant or after it. */
    public static long ceil(Instant instant) {
        long hour = floor(instant);
        boolean starts = instant.getNano() == 0 && hour * SECONDS == instant.getEpochSecond();
        return starts ? hour : hour + 1;
    }

    /** When the hour starts; the nearest hour that has an instant if it is too far from the epoch. */
    public static Instant start(long hour) {
        return Instant.ofEpochMilli(Math.max(FIRST, Math.min(LAST, hour)) * MILLIS);
    }
}
