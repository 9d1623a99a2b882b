package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.time.EpochHours.DAY;
import static io.fleetorchestrator.core.time.EpochHours.WEEK;

import io.fleetorchestrator.core.time.EpochHours;

/**
 * The time at which a region's day peaks, computed from its last week, so that one model works for all longitudes. It is the
 * phase of the first daily harmonic of the temperature, which follows the sun everywhere. Without temperature it is that of
 * the forecast measurement.
 */
final class SolarPhase {

    private static final double RADIANS_PER_HOUR = 2 * Math.PI / DAY;

    /** Three days: with fewer, a single weather front would determine noon. */
    private static final int HOURS_NEEDED = 72;

    private final double peakAngle;

    private SolarPhase(double peakAngle) {
        this.peakAngle = peakAngle;
    }

    static SolarPhase of(RegionHistory history, Measurement fallback) {
        double ofTemperature = peak(history, Measurement.TEMPERATURE);
        return new SolarPhase(Double.isNaN(ofTemperature) ? peak(history, fallback) : ofTemperature);
    }

    /** Angle of an hour since the epoch on the region's day, 0 at its peak; NaN while unknown. */
    double angleOf(long hour) {
        return RADIANS_PER_HOUR * EpochHours.hourOfDay(hour) - peakAngle;
    }

    private static double peak(RegionHistory history, Measurement measurement) {
        double cosine = 0;
        double sine = 0;
        int known = 0;
        // The mean cancels only in sums over whole days, so the difference to the value half a day before is used.
        for (int back = 0; back < WEEK; back++) {
            double swing = history.at(measurement, back) - history.at(measurement, back + DAY / 2);
            if (!Double.isNaN(swing)) {
                double angle = RADIANS_PER_HOUR * EpochHours.hourOfDay(history.lastHour() - back);
                cosine += swing * Math.cos(angle);
                sine += swing * Math.sin(angle);
                known++;
            }
        }
        return known < HOURS_NEEDED ? Double.NaN : Math.atan2(sine, cosine);
    }
}
