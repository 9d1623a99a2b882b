package io.fleetorchestrator.core.time;

import java.time.Duration;
import java.time.Instant;

/** Hours since the epoch, UTC. Workloads and forecasts start at full hours. No instant and no hour overflows. */
public final class EpochHours {

    /** Hours of a day, all of which have the same length: hours are counted in UTC. */
    public static final int DAY = 24;

    /** Hours of a week. */
    public static final int WEEK = 7 * DAY;

    private static final long MILLIS = Duration.ofHours(1).toMillis();
    private static final long SECONDS = Duration.ofHours(1).toSeconds();

    /** The first and the last hour whose start can be expressed in milliseconds, as in records. */
    private static final long FIRST = Long.MIN_VALUE / MILLIS;

    private static final long LAST = Long.MAX_VALUE / MILLIS;

    private EpochHours() {}

    /** The hour that contains the instant. */
    public static long floor(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The hour that contains the instant, given in milliseconds since the epoch. */
    public static long floor(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS);
    }

    /** The first hour that starts at the instant or after it. */
    public static long ceil(Instant instant) {
        long hour = floor(instant);
        boolean starts = instant.getNano() == 0 && hour * SECONDS == instant.getEpochSecond();
        return starts ? hour : hour + 1;
    }

    /** The start of the hour; if the hour is too far from the epoch, the start of the nearest possible hour. */
    public static Instant start(long hour) {
        return Instant.ofEpochMilli(startMillis(hour));
    }

    /** The start of the hour, in milliseconds since the epoch. */
    public static long startMillis(long hour) {
        return Math.max(FIRST, Math.min(LAST, hour)) * MILLIS;
    }

    /** The end of the hour, which is the start of the next hour. */
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
