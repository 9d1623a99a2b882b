package io.fleetorchestrator.core.scoring;

import io.fleetorchestrator.core.time.EpochHours;
import java.util.function.IntToDoubleFunction;

/**
 * What the two simplest forecasters would have forecast of an hour.
 *
 * @param persistence the last value known at issue, NaN for a hole
 * @param seasonalNaive the value of the same hour of the newest day known at issue, NaN for a hole
 */
public record Baselines(double persistence, double seasonalNaive) {

    /**
     * The baselines of an hour.
     *
     * @param horizon hours ahead that the hour was forecast
     * @param hoursBefore the value measured so many hours before that hour
     */
    public static Baselines of(int horizon, IntToDoubleFunction hoursBefore) {
        return new Baselines(
                hoursBefore.applyAsDouble(horizon),
                hoursBefore.applyAsDouble(EpochHours.daysCovering(horizon) * EpochHours.DAY));
    }

    /** Whether a forecast can be compared with both. */
    boolean known() {
        return !Double.isNaN(persistence) && !Double.isNaN(seasonalNaive);
    }
}
