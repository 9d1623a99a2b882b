package io.fleetorchestrator.forecaster.training;

import java.util.Optional;

/**
 * The hours that a model is fitted to, calibrated on and tested on, in this order of time, for all regions.
 *
 * @param end the hour after the last
 */
record Split(long start, long calibrateFrom, long testFrom, long end) {

    /** With less than two weeks, training needs all hours and none are left for a test. */
    static final long LEAST_HOURS = 14 * 24;

    /** A seed needs 39 scores, and the first score of a forecast a day ahead comes after a day. */
    private static final long LEAST_CALIBRATION = 96;

    private static final long LEAST_TEST = 72;

    /** A month: more hours are more useful in training. */
    private static final long MOST_HELD_BACK = 744;

    private static final double SHARE = 0.15;

    static Optional<Split> of(long start, long end) {
        long hours = end - start;
        if (hours < LEAST_HOURS) {
            return Optional.empty();
        }
        long calibration = between(LEAST_CALIBRATION, hours);
        long test = between(LEAST_TEST, hours);
        return Optional.of(new Split(start, end - test - calibration, end - test, end));
    }

    private static long between(long least, long hours) {
        return Math.max(least, Math.min(MOST_HELD_BACK, Math.round(SHARE * hours)));
    }

    long trainHours() {
        return calibrateFrom - start;
    }

    long calibrationHours() {
        return testFrom - calibrateFrom;
    }

    long testHours() {
        return end - testFrom;
    }
}
