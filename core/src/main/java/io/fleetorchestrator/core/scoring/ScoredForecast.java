package io.fleetorchestrator.core.coverage;

import io.fleetorchestrator.core.calibration.Margins;

/**
 * A forecast whose hour came true, beside what the two simplest forecasters had said at its issue.
 *
 * @param horizon hours ahead, 1 is the next hour
 * @param margins as issued; none while warming up
 * @param persistence the last value known at issue, NaN for a hole
 * @param seasonalNaive the value of the same hour of the newest day known at issue, NaN for a hole
 */
public record ScoredForecast(int horizon, double point, Margins margins, double persistence, double seasonalNaive) {

    public double lower() {
        return point - margins.lower();
    }

    public double upper() {
        return point + margins.upper();
    }

    public double upperOneSided() {
        return point + margins.upperOneSided();
    }

    boolean covers(double actual) {
        return actual >= lower() && actual <= upper();
    }

    /** Width of the interval, and for a miss its distance at the price that makes honest intervals the cheapest. */
    double winkler(double actual, double alpha) {
        double missed = Math.max(0, Math.max(lower() - actual, actual - upper()));
        return width() + 2 / alpha * missed;
    }

    double width() {
        return upper() - lower();
    }

    boolean comparable() {
        return !Double.isNaN(persistence) && !Double.isNaN(seasonalNaive);
    }
}
