package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.schemas.contract.HorizonOutcome;

/**
 * A forecast that came true.
 *
 * @param hour the hour that came true, since the epoch
 * @param outcome what had been said of it
 * @param persistence the last value known at issue, NaN for a hole
 * @param seasonalNaive the same hour of the newest day known at issue, NaN for a hole
 */
public record Scored(long hour, double actual, HorizonOutcome outcome, double persistence, double seasonalNaive) {

    public int horizon() {
        return outcome.getHorizonHours();
    }

    /** The last hour known at issue. */
    public long issuedAfter() {
        return hour - horizon();
    }

    public double error() {
        return actual - outcome.getPoint();
    }

    public boolean bounded() {
        return outcome.getLower() != null && outcome.getUpper() != null && outcome.getUpperOneSided() != null;
    }

    boolean comparable() {
        return !Double.isNaN(persistence) && !Double.isNaN(seasonalNaive);
    }
}
