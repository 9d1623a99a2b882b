package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The readings of one hour of one region, summed up while the hour is open. */
public final class HourlyAccumulator {

    static final long MILLIS = 3_600_000;

    /** Instants remembered to tell duplicates: all of an hour at a reading a minute; at more, those a retry repeats. */
    private static final int REMEMBERED = 64;

    private static final int TEMPERATURE = 0;
    private static final int IT_LOAD = 1;
    private static final int FLEXIBLE_LOAD = 2;
    private static final int CARBON = 3;
    private static final int WATER = 4;
    private static final int PUE = 5;
    private static final int HUMIDITY = 6;
    private static final int WIND = 7;
    private static final int FIGURES = 8;

    private final long hour;
    private final double[] sums = new double[FIGURES];
    private final int[] counts = new int[FIGURES];
    private double hottest = Double.NEGATIVE_INFINITY;
    private int readings;
    private final int[] instants = new int[REMEMBERED];

    /** An hour without readings yet, counted in hours since the epoch. */
    public HourlyAccumulator(long hour) {
        this.hour = hour;
    }

    static long hourOf(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS);
    }

    long hour() {
        return hour;
    }

    long endMillis() {
        return (hour + 1) * MILLIS;
    }

    /** Whether a reading of the same instant was added lately: telemetry is sent at least once. */
    public boolean holds(TelemetryReading reading) {
        int instant = instantOf(reading);
        for (int i = Math.min(readings, REMEMBERED) - 1; i >= 0; i--) {
            if (instants[i] == instant) {
                return true;
            }
        }
        return false;
    }

    public void add(TelemetryReading reading) {
        instants[readings % REMEMBERED] = instantOf(reading);
        readings++;
        add(TEMPERATURE, reading.getTemperatureC());
        add(IT_LOAD, reading.getItLoadMw());
        add(FLEXIBLE_LOAD, reading.getFlexibleLoadMw());
        add(CARBON, reading.getCarbonGPerKwh());
        add(WATER, reading.getWaterLPerKwh());
        add(PUE, reading.getPue());
        add(HUMIDITY, reading.getRelativeHumidityPct());
        add(WIND, reading.getWindSpeedMps());
        if (reading.getTemperatureC() != null) {
            hottest = Math.max(hottest, reading.getTemperatureC());
        }
    }

    private int instantOf(TelemetryReading reading) {
        return (int) (reading.getObservedAt().toEpochMilli() - hour * MILLIS);
    }

    private void add(int figure, @Nullable Double value) {
        if (value != null) {
            sums[figure] += value;
            counts[figure]++;
        }
    }

    /** The hour as it is published. */
    public HourlyFeatures close(String region, String fleet) {
        return HourlyFeatures.newBuilder()
                .setRegion(region)
                .setFleet(fleet)
                .setHourStart(Instant.ofEpochMilli(hour * MILLIS))
                .setReadings(readings)
                .setTemperatureC(mean(TEMPERATURE))
                .setTemperatureMaxC(counts[TEMPERATURE] == 0 ? null : (Double) hottest)
                .setItLoadMw(mean(IT_LOAD))
                .setFlexibleLoadMw(sums[FLEXIBLE_LOAD] / Math.max(1, readings))
                .setCarbonGPerKwh(mean(CARBON))
                .setWaterLPerKwh(mean(WATER))
                .setPue(mean(PUE))
                .setRelativeHumidityPct(mean(HUMIDITY))
                .setWindSpeedMps(mean(WIND))
                .build();
    }

    private @Nullable Double mean(int figure) {
        return counts[figure] == 0 ? null : (Double) (sums[figure] / counts[figure]);
    }

    int encodedSize() {
        return 2 * Long.BYTES
                + Integer.BYTES
                + FIGURES * (Double.BYTES + Integer.BYTES)
                + Math.min(readings, REMEMBERED) * Integer.BYTES;
    }

    void writeTo(ByteBuffer out) {
        out.putLong(hour).putDouble(hottest).putInt(readings);
        for (int figure = 0; figure < FIGURES; figure++) {
            out.putDouble(sums[figure]).putInt(counts[figure]);
        }
        for (int i = 0; i < Math.min(readings, REMEMBERED); i++) {
            out.putInt(instants[i]);
        }
    }

    static HourlyAccumulator readFrom(ByteBuffer in) {
        var accumulator = new HourlyAccumulator(in.getLong());
        accumulator.hottest = in.getDouble();
        accumulator.readings = in.getInt();
        for (int figure = 0; figure < FIGURES; figure++) {
            accumulator.sums[figure] = in.getDouble();
            accumulator.counts[figure] = in.getInt();
        }
        for (int i = 0; i < Math.min(accumulator.readings, REMEMBERED); i++) {
            accumulator.instants[i] = in.getInt();
        }
        return accumulator;
    }
}
