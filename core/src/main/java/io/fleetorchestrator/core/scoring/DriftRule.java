package io.fleetorchestrator.core.coverage;

import io.fleetorchestrator.core.calibration.Confidence;

/**
 * When the one-sided coverage of the last 7 days counts as lost, and when as found again.
 *
 * @param floor below this it is lost
 * @param restored from here on it is found; above the floor, so that a week on the edge does not flap
 */
public record DriftRule(double floor, double restored) {

    /** Half way back from the floor to the promise. */
    public static DriftRule below(double floor, Confidence confidence) {
        return new DriftRule(floor, (floor + confidence.level()) / 2);
    }
}
