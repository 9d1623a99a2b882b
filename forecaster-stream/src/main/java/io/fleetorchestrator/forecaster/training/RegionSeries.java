package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.Arrays;
import java.util.List;

/** All closed hours of one region in order, as floats: a year takes 250 KB. */
public final class RegionSeries {

    private static final List<Measurement> MEASUREMENTS = List.of(Measurement.values());
    private static final int WIDTH = MEASUREMENTS.size();

    private static final int LEAST_DROPPED = 720;

    private final String region;
    private long firstHour;
    private float[] values = new float[0];
    private int hours;

    private RegionSeries(String region, long firstHour) {
        this.region = region;
        this.firstHour = firstHour;
    }

    /** A series that starts with this hour. */
    public static RegionSeries startingWith(HourlyFeatures first) {
        var series = new RegionSeries(first.getRegion(), RegionHistory.hourOf(first));
        series.add(first);
        return series;
    }

    /** Appends an hour, or replaces it if it is known. Hours in between become holes. */
    public void add(HourlyFeatures hour) {
        int at = Math.toIntExact(RegionHistory.hourOf(hour) - firstHour);
        if (at < 0) {
            return;
        }
        reach(at + 1);
        for (Measurement measurement : MEASUREMENTS) {
            values[at * WIDTH + measurement.place()] = (float) measurement.in(hour);
        }
    }

    /** Drops hours before this one, at least a month at once, because each time the rest is copied. */
    void forgetBefore(long hour) {
        int dropped = Math.toIntExact(Math.min(hours, hour - firstHour));
        if (dropped >= LEAST_DROPPED) {
            values = Arrays.copyOfRange(values, dropped * WIDTH, hours * WIDTH);
            hours -= dropped;
            firstHour += dropped;
        }
    }

    public String region() {
        return region;
    }

    public long firstHour() {
        return firstHour;
    }

    /** The hour after the last. */
    public long endHour() {
        return firstHour + hours;
    }

    /** The value of an hour; NaN for a hole and outside the series. */
    public double at(Measurement measurement, long hour) {
        boolean held = hour >= firstHour && hour < endHour();
        return held ? values[(int) (hour - firstHour) * WIDTH + measurement.place()] : Double.NaN;
    }

    /** Whether any value of the hour is known. */
    boolean isKnown(long hour) {
        return MEASUREMENTS.stream().anyMatch(measurement -> !Double.isNaN(at(measurement, hour)));
    }

    /** The hour after so many hours with a known value; the end of the series if there are fewer. */
    public long afterKnown(Measurement measurement, long hours) {
        long known = 0;
        long hour = firstHour;
        while (known < hours && hour < endHour()) {
            known += Double.isNaN(at(measurement, hour)) ? 0 : 1;
            hour++;
        }
        return hour;
    }

    /** Number of hours of the range with a known value. */
    public long known(Measurement measurement, long from, long to) {
        long known = 0;
        for (long hour = from; hour < to; hour++) {
            known += Double.isNaN(at(measurement, hour)) ? 0 : 1;
        }
        return known;
    }

    private void reach(int wanted) {
        if (wanted <= hours) {
            return;
        }
        int needed = wanted * WIDTH;
        if (needed > values.length) {
            values = Arrays.copyOf(values, Math.max(needed, values.length * 2));
        }
        Arrays.fill(values, hours * WIDTH, needed, Float.NaN);
        hours = wanted;
    }
}
