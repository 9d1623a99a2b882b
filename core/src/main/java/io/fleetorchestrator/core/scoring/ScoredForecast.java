package io.fleetorchestrator.core.scoring;

import io.fleetorchestrator.core.calibration.Margins;

/**
 * A forecast of one hour, and the value that was measured in that hour.
 *
 * @param hour the hour, counted since the epoch
 * @param horizon hours ahead; 1 is the next hour
 * @param margins as issued; none while warming up
 * @param baselines what the two simplest forecasters would have forecast
 */
public record ScoredForecast(
        long hour, int horizon, double actual, double point, Margins margins, Baselines baselines) {

    /** The last closed hour when the forecast was issued. */
    public long issuedAfter() {
        return hour - horizon;
    }

    public double error() {
        return actual - point;
    }

    public double lower() {
        return point - margins.lower();
    }

    public double upper() {
        return point + margins.upper();
    }

    public double upperOneSided() {
        return point + margins.upperOneSided();
    }

    /** Whether the forecast had an interval. */
    boolean bounded() {
        return margins.known();
    }

    boolean covered() {
        return actual >= lower() && actual <= upper();
    }

    boolean coveredUpper() {
        return actual <= upperOneSided();
    }

    double width() {
        return upper() - lower();
    }

    /** The width of the interval, plus a penalty for the distance of a miss. Honest intervals have the lowest score. */
    double winkler(double alpha) {
        double missed = Math.max(0, Math.max(lower() - actual, actual - upper()));
        return width() + 2 / alpha * missed;
    }
}
