package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.time.EpochHours.DAY;
import static io.fleetorchestrator.core.time.EpochHours.WEEK;

import io.fleetorchestrator.core.time.EpochHours;

/** One hour to be forecast, seen from the last closed hour. Columns read the history through it. */
final class Target {

    /** Number of days that are tried for an anchor if yesterday has a hole: older anchors have larger errors. */
    private static final int ANCHOR_DAYS = 2;

    private final HistoryWindow own;
    private final RegionHistory history;
    private final SolarPhase phase;
    private final int horizon;
    private final int anchorDays;

    Target(HistoryWindow own, RegionHistory history, SolarPhase phase, int horizon) {
        this.own = own;
        this.history = history;
        this.phase = phase;
        this.horizon = horizon;
        this.anchorDays = anchorDays(own, horizon);
    }

    int horizon() {
        return horizon;
    }

    HistoryWindow own() {
        return own;
    }

    /** The value of another measurement, so many hours before the last closed hour. */
    double other(Measurement measurement, int hoursBack) {
        return history.at(measurement, hoursBack);
    }

    /** The newest known value of the same hour of day, from which a model predicts the change. */
    double anchor() {
        return own.at(hoursBack(anchorDays));
    }

    /** Age of the anchor in days. */
    int anchorDays() {
        return anchorDays;
    }

    /** The value of the same hour so many days before the target; NaN if it is not known. */
    double daysBefore(int days) {
        return own.at(hoursBack(days));
    }

    /** The value of another measurement at the anchor. */
    double anchorOf(Measurement measurement) {
        return history.at(measurement, hoursBack(anchorDays));
    }

    /** The same hour of day, averaged over the known days of the last week. */
    double profile() {
        double sum = 0;
        int known = 0;
        for (int day = EpochHours.daysCovering(horizon); day < EpochHours.daysCovering(horizon) + 7; day++) {
            double value = daysBefore(day);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** The newest known value of the same hour of the same weekday. */
    double lastWeek() {
        return daysBefore(7 * weeks());
    }

    /** The change of {@link #lastWeek()} against the day before it. */
    double lastWeekMove() {
        return lastWeek() - daysBefore(7 * weeks() + 1);
    }

    /** Angle of the target hour on the region's own day, 0 at its daily peak. */
    double sunAngle() {
        return phase.angleOf(hour());
    }

    /** 0 for Monday to 6 for Sunday, UTC. */
    double weekday() {
        // The epoch began on a Thursday.
        return Math.floorMod(Math.floorDiv(hour(), (long) DAY) + 3, 7L);
    }

    /** Angle of the target hour in the year. */
    double seasonAngle() {
        double hoursPerYear = 365.2425 * DAY;
        return 2 * Math.PI * (hour() % hoursPerYear) / hoursPerYear;
    }

    private long hour() {
        return history.lastHour() + horizon;
    }

    private int hoursBack(int days) {
        return days * DAY - horizon;
    }

    private int weeks() {
        return (horizon + WEEK - 1) / WEEK;
    }

    private static int anchorDays(HistoryWindow own, int horizon) {
        int first = EpochHours.daysCovering(horizon);
        for (int days = first; days < first + ANCHOR_DAYS; days++) {
            if (!Double.isNaN(own.at(days * DAY - horizon))) {
                return days;
            }
        }
        return first;
    }
}
