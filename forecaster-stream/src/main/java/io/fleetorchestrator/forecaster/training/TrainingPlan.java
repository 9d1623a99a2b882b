package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.TreeSettings;

/**
 * Parameters of a training.
 *
 * @param horizonHours the longest horizon of the model
 * @param rowsPerRange most rows for each range of horizons; beyond it every second row is dropped
 */
public record TrainingPlan(int horizonHours, int rowsPerRange, TreeSettings trees) {

    /** More rows cost time and improve little: consecutive hours and horizons of a year are nearly equal. */
    public static final int ROWS_PER_RANGE = 24_000;

    public static TrainingPlan of(int horizonHours) {
        return new TrainingPlan(horizonHours, ROWS_PER_RANGE, TreeSettings.DEFAULT);
    }
}
