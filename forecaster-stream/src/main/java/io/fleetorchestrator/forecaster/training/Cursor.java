package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.RegionHistory;

/** The history of a region at an hour of its series. It only moves forward. */
final class Cursor {

    private final RegionSeries series;
    private final RegionHistory history = RegionHistory.empty();
    private long next;

    Cursor(RegionSeries series) {
        this.series = series;
        this.next = series.firstHour();
    }

    RegionSeries series() {
        return series;
    }

    RegionHistory history() {
        return history;
    }

    /** The hour that {@link #step()} will close. */
    long next() {
        return next;
    }

    void step() {
        history.add(next, measurement -> series.at(measurement, next));
        next++;
    }
}
