package io.fleetorchestrator.producer.twin;

/** The cycles of the day and of the year at one place. All results are the same on every machine. */
final class SolarTime {

    private static final double HOURS_PER_DAY = 24;
    private static final double HOURS_PER_YEAR = 365.2425 * 24;

    /** Air is warmest three hours after noon. */
    private static final double WARMEST_HOUR = 15;

    private static final double NOON_HOUR = 12;

    /** Air is warmest a month after the solstice, on about 20 July: day 200 from the new year. */
    private static final double WARMEST_DAY = 200;

    /** 1970-01-01 was a Thursday. */
    private static final int EPOCH_WEEKDAY = 3;

    private static final int SATURDAY = 5;

    private final double offsetHours;
    private final boolean southern;

    SolarTime(double latitudeDeg, double longitudeDeg) {
        this.offsetHours = longitudeDeg / 15;
        this.southern = latitudeDeg < 0;
    }

    /** 1 at the warmest hour of the day, −1 twelve hours from it. */
    double warmthOfDay(long hour) {
        return cycle(hour + offsetHours - WARMEST_HOUR, HOURS_PER_DAY);
    }

    /** 1 at the warmest day of the year, −1 half a year from it. */
    double warmthOfYear(long hour) {
        double north = cycle(hour - WARMEST_DAY * HOURS_PER_DAY, HOURS_PER_YEAR);
        return southern ? -north : north;
    }

    /** 1 at noon, 0 at night. */
    double daylight(long hour) {
        return Math.max(0, cycle(hour + offsetHours - NOON_HOUR, HOURS_PER_DAY));
    }

    boolean weekend(long hour) {
        long day = (long) Math.floor((hour + offsetHours) / HOURS_PER_DAY);
        return Math.floorMod(day + EPOCH_WEEKDAY, 7) >= SATURDAY;
    }

    private static double cycle(double hours, double period) {
        return StrictMath.cos(2 * Math.PI * hours / period);
    }
}
