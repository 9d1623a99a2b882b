package io.fleetorchestrator.core.time;

import java.time.Duration;
import java.time.Instant;

/** Hours since the epoch, UTC: the grid on which everything is placed. Total: no instant and no hour overflows. */
public final class EpochHours {

    /** Hours of a day, all of which have the same length: hours are counted in UTC. */
    public static final int DAY = 24;

    /** Hours of a week. */
    public static final int WEEK = 7 * DAY;

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

    /** The hour that the instant falls into, given in milliseconds since the epoch. */
    public static long floor(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS);
    }

    /** The first hour that starts at the instant or after it. */
    public static long ceil(Instant instant) {
        long hour = floor(instant);
        boolean starts = instant.getNano() == 0 && hour * SECONDS == instant.getEpochSecond();
        return starts ? hour : hour + 1;
    }

    /** When the hour starts; the nearest hour that has an instant if it is too far from the epoch. */
    public static Instant start(long hour) {
        return Instant.ofEpochMilli(startMillis(hour));
    }

    /** When the hour starts, in milliseconds since the epoch. */
    public static long startMillis(long hour) {
        return Math.max(FIRST, Math.min(LAST, hour)) * MILLIS;
    }

    /** When the hour ends, which is when the next one starts. */
    public static Instant end(long hour) {
        return start(hour + 1);
    }

    /** The hour of day, 0 to 23, UTC. */
    public static int hourOfDay(long hour) {
        return (int) Math.floorMod(hour, (long) DAY);
    }

    /** Days that must pass before the same hour of an earlier day is known, for a forecast so many hours ahead. */
    public static int daysCovering(int horizon) {
        return (horizon + DAY - 1) / DAY;
    }
}
