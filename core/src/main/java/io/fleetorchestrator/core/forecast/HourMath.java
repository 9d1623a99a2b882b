package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.time.EpochHours;
import java.time.Instant;

/** Hours counted since the epoch, UTC. */
final class HourMath {

    static final int DAY = 24;

    private HourMath() {}

    static long hourOf(Instant instant) {
        return EpochHours.floor(instant);
    }

    static int hourOfDay(long hour) {
        return (int) Math.floorMod(hour, (long) DAY);
    }

    static Instant startOf(long hour) {
        return EpochHours.start(hour);
    }

    static Instant endOf(long hour) {
        return startOf(hour + 1);
    }
}
