package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for closed hours that are used in training: no writer of their topic must be able to corrupt a model. */
public final class ClosedHourRules {

    /** The largest mean of any measurement that {@link ReadingRules} allow. */
    private static final double MOST = 10_000;

    /** Hours close after their end, but clocks may differ. An hour of next year would make all others too old to keep. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private ClosedHourRules() {}

    /** Why this hour must not be used; empty if it may be used. */
    public static Optional<String> rejection(HourlyFeatures hour, Instant now) {
        if (!InputLimits.isName(hour.getRegion()) || !InputLimits.isName(hour.getFleet())) {
            return Optional.of("region '" + Culprit.of(hour.getRegion()) + "' and fleet '" + Culprit.of(hour.getFleet())
                    + "' must be " + InputLimits.NAME);
        }
        var start = hour.getHourStart();
        if (!InputLimits.isTime(start) || start.isAfter(now.plus(MOST_AHEAD))) {
            return Optional.of("hourStart is " + start + ", but the time is " + now);
        }
        return Stream.of(Measurement.values())
                .filter(measurement -> !holds(measurement.in(hour)))
                .findFirst()
                .map(measurement ->
                        measurement + " is " + measurement.in(hour) + ", not between " + -MOST + " and " + MOST);
    }

    /** A hole breaks no rule. */
    private static boolean holds(double mean) {
        return Double.isNaN(mean) || Math.abs(mean) <= MOST;
    }
}
