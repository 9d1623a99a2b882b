package io.fleetorchestrator.core.forecast;

import java.time.Instant;

/** Hours counted since the epoch, UTC. */
final class HourMath {

    static final int DAY = 24;

    private static final long SECONDS = 3600;

    private HourMath() {}

    static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    static int hourOfDay(long hour) {
        return (int) Math.floorMod(hour, (long) DAY);
    }

    static Instant startOf(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS);
    }

    static Instant endOf(long hour) {
        return startOf(hour + 1);
    }
}
