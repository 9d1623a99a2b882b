package io.fleetorchestrator.core.scoring;

import io.fleetorchestrator.core.calibration.Confidence;

/**
 * When the one-sided coverage of the last 7 days counts as lost, and when as restored.
 *
 * @param floor below this it is lost
 * @param restored from here on it is restored; above the floor, so that coverage near the floor does not flap
 */
public record DriftRule(double floor, double restored) {

    /** Coverage is restored half way between the floor and the confidence. */
    public static DriftRule below(double floor, Confidence confidence) {
        return new DriftRule(floor, (floor + confidence.level()) / 2);
    }
}
