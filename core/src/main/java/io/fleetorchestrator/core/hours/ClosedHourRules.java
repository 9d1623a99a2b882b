package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a closed hour must be to be learnt from: whoever may write to its topic must not be able to spoil the training. */
public final class ClosedHourRules {

    /** The largest mean that {@link ReadingRules} allow of any quantity. */
    private static final double MOST = 10_000;

    /** Hours close when they are over; clocks may differ. An hour of next year would make all others too old to be kept. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private ClosedHourRules() {}

    /** Why this hour is not to be used, if so. */
    public static Optional<String> refusal(HourlyFeatures hour, Instant now) {
        if (!InputLimits.isName(hour.getRegion()) || !InputLimits.isName(hour.getFleet())) {
            return Optional.of("region '" + Culprit.of(hour.getRegion()) + "' and fleet '" + Culprit.of(hour.getFleet())
                    + "' must be " + InputLimits.NAME);
        }
        var start = hour.getHourStart();
        if (!InputLimits.isTime(start) || start.isAfter(now.plus(MOST_AHEAD))) {
            return Optional.of("hourStart is " + start + ", but it is " + now);
        }
        return Stream.of(Measurement.values())
                .filter(quantity -> !holds(quantity.in(hour)))
                .findFirst()
                .map(quantity -> quantity + " is " + quantity.in(hour) + ", not between " + -MOST + " and " + MOST);
    }

    /** A hole is none of a record's faults. */
    private static boolean holds(double mean) {
        return Double.isNaN(mean) || Math.abs(mean) <= MOST;
    }
}
