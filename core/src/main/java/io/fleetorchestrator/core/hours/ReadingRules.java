package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules for a single reading, without regard to earlier readings.
 *
 * @param futureTolerance how far a reading may be ahead of the wall clock
 */
public record ReadingRules(Duration futureTolerance) {

    /** Twice the largest campus that was ever announced, 5 GW. The real capacity is in the profile of the fleet. */
    private static final double MOST_LOAD_MW = 10_000;

    /** Oil shale and lignite, the dirtiest fuels, emit less than 1,500. */
    private static final double MOST_CARBON = 2000;

    /** Evaporating water for all heat takes under 2; 1,000 is the largest value that the curve of a profile may have. */
    private static final double MOST_WATER = 1000;

    /** No site uses nine tenths of its power for anything but IT for long. */
    private static final double MOST_PUE = 10;

    /** The strongest gust ever measured near the ground is 113 m/s. */
    private static final double MOST_WIND = 120;

    /** In fog, sensors measure a little above saturation. */
    private static final double MOST_HUMIDITY = 110;

    private static final List<Range> RANGES = List.of(
            new Range("temperatureC", TelemetryReading::getTemperatureC, -60, 70),
            new Range("itLoadMw", TelemetryReading::getItLoadMw, 0, MOST_LOAD_MW),
            new Range("flexibleLoadMw", TelemetryReading::getFlexibleLoadMw, 0, MOST_LOAD_MW),
            new Range("carbonGPerKwh", TelemetryReading::getCarbonGPerKwh, 0, MOST_CARBON),
            new Range("waterLPerKwh", TelemetryReading::getWaterLPerKwh, 0, MOST_WATER),
            new Range("pue", TelemetryReading::getPue, 1, MOST_PUE),
            new Range("relativeHumidityPct", TelemetryReading::getRelativeHumidityPct, 0, MOST_HUMIDITY),
            new Range("windSpeedMps", TelemetryReading::getWindSpeedMps, 0, MOST_WIND));

    /** Why this reading must not be used; empty if it may be used. */
    public Optional<Rejection> rejection(@Nullable String key, @Nullable TelemetryReading reading, Instant now) {
        if (reading == null) {
            return rejected(RejectionReason.EMPTY, "the record holds no reading");
        }
        if (!reading.getRegion().equals(key)) {
            return rejected(
                    RejectionReason.KEY_MISMATCH,
                    "key '" + Culprit.of(String.valueOf(key)) + "' is not region '" + Culprit.of(reading.getRegion())
                            + "'");
        }
        return ofNames(reading).or(() -> ofTime(reading, now)).or(() -> ofValues(reading));
    }

    private static Optional<Rejection> ofNames(TelemetryReading reading) {
        return ofName("region", reading.getRegion()).or(() -> ofName("fleet", reading.getFleet()));
    }

    private static Optional<Rejection> ofName(String field, String name) {
        return InputLimits.isName(name)
                ? Optional.empty()
                : rejected(
                        RejectionReason.NOT_A_NAME,
                        field + " is '" + Culprit.of(name) + "' but must be " + InputLimits.NAME);
    }

    private Optional<Rejection> ofTime(TelemetryReading reading, Instant now) {
        if (reading.getObservedAt().isAfter(now.plus(futureTolerance))) {
            return rejected(
                    RejectionReason.FUTURE, "observedAt is " + reading.getObservedAt() + ", but the time is " + now);
        }
        return InputLimits.isTime(reading.getObservedAt())
                ? Optional.empty()
                : rejected(
                        RejectionReason.OUT_OF_RANGE,
                        "observedAt is " + reading.getObservedAt() + " but must be " + InputLimits.TIME);
    }

    private static Optional<Rejection> ofValues(TelemetryReading reading) {
        for (Range range : RANGES) {
            Double value = range.of().apply(reading);
            if (value != null && !range.holds(value)) {
                return rejected(
                        Double.isFinite(value) ? RejectionReason.OUT_OF_RANGE : RejectionReason.NOT_FINITE,
                        range.name() + " is " + value + ", not between " + range.least() + " and " + range.most());
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> rejected(RejectionReason reason, String text) {
        return Optional.of(new Rejection(reason, text));
    }

    private record Range(String name, Function<TelemetryReading, @Nullable Double> of, double least, double most) {

        /** False for NaN as well. */
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }
}
