package io.fleetorchestrator.core.hours;

import java.time.Duration;

/**
 * When hours close and when regions count as silent.
 *
 * @param grace how long after its end an hour waits for late readings
 * @param silence how long a region may send no reading
 */
public record HourRules(Duration grace, Duration silence) {

    public HourRules {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace " + grace + " is negative");
        }
        if (silence.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("silence " + silence + " is shorter than a minute");
        }
    }

    long graceMillis() {
        return grace.toMillis();
    }

    long silenceMillis() {
        return silence.toMillis();
    }
}
