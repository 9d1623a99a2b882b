package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.time.EpochHours.DAY;
import static io.fleetorchestrator.core.time.EpochHours.WEEK;

/** One measurement over the recent hours, with averages that many columns share. Averages ignore holes. */
final class HistoryWindow {

    private final RegionHistory history;
    private final Measurement measurement;
    private final double dayMean;
    private final double dayBeforeMean;
    private final double weekMean;
    private final double dayRange;

    HistoryWindow(RegionHistory history, Measurement measurement) {
        this.history = history;
        this.measurement = measurement;
        this.dayMean = mean(0, DAY);
        this.dayBeforeMean = mean(DAY, 2 * DAY);
        this.weekMean = mean(0, WEEK);
        this.dayRange = range(DAY);
    }

    /** The value so many hours before the last closed hour. */
    double at(int hoursBack) {
        return history.at(measurement, hoursBack);
    }

    /** The change against the day before, so many hours ago. */
    double dayChange(int hoursBack) {
        return at(hoursBack) - at(hoursBack + DAY);
    }

    double dayMean() {
        return dayMean;
    }

    double dayBeforeMean() {
        return dayBeforeMean;
    }

    double weekMean() {
        return weekMean;
    }

    double dayRange() {
        return dayRange;
    }

    private double mean(int from, int to) {
        double sum = 0;
        int known = 0;
        for (int back = from; back < to; back++) {
            double value = at(back);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private double range(int hours) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int back = 0; back < hours; back++) {
            double value = at(back);
            if (!Double.isNaN(value)) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return highest < lowest ? Double.NaN : highest - lowest;
    }
}
