package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.TreeSettings;

/**
 * How a model is made.
 *
 * @param horizonHours the longest horizon it must serve
 * @param rowsPerRange most rows kept per range of horizons; beyond it every second is dropped
 */
public record TrainingPlan(int horizonHours, int rowsPerRange, TreeSettings trees) {

    /** More would cost time and say little: a year of neighbouring hours and horizons is full of near copies. */
    public static final int ROWS_PER_RANGE = 24_000;

    public static TrainingPlan of(int horizonHours) {
        return new TrainingPlan(horizonHours, ROWS_PER_RANGE, TreeSettings.DEFAULT);
    }
}
