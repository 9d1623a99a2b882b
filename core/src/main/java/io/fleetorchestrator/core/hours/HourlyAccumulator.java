package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.state.OpenHour;
import io.fleetorchestrator.schemas.state.Sum;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readings of one hour of one region, summed up while the hour is open. */
public final class HourlyAccumulator {

    /** Instants kept to detect duplicates: all of an hour at one reading a minute, otherwise the last ones, which retries repeat. */
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

    long hour() {
        return hour;
    }

    /** Whether a recent reading has the same instant: telemetry is delivered at least once. */
    public boolean holds(TelemetryReading reading) {
        int instant = instantOf(reading);
        for (int i = remembered(readings) - 1; i >= 0; i--) {
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
        return (int) (reading.getObservedAt().toEpochMilli() - EpochHours.startMillis(hour));
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
                .setHourStart(EpochHours.start(hour))
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

    OpenHour toState() {
        return OpenHour.newBuilder()
                .setHour(hour)
                .setReadings(readings)
                .setTemperatureMaxC(counts[TEMPERATURE] == 0 ? null : (Double) hottest)
                .setTemperatureC(sum(TEMPERATURE))
                .setItLoadMw(sum(IT_LOAD))
                .setFlexibleLoadMw(sum(FLEXIBLE_LOAD))
                .setCarbonGPerKwh(sum(CARBON))
                .setWaterLPerKwh(sum(WATER))
                .setPue(sum(PUE))
                .setRelativeHumidityPct(sum(HUMIDITY))
                .setWindSpeedMps(sum(WIND))
                .setInstants(
                        Arrays.stream(instants, 0, remembered(readings)).boxed().toList())
                .build();
    }

    static HourlyAccumulator of(OpenHour state) {
        var accumulator = new HourlyAccumulator(state.getHour());
        accumulator.readings = state.getReadings();
        if (state.getTemperatureMaxC() != null) {
            accumulator.hottest = state.getTemperatureMaxC();
        }
        accumulator.put(TEMPERATURE, state.getTemperatureC());
        accumulator.put(IT_LOAD, state.getItLoadMw());
        accumulator.put(FLEXIBLE_LOAD, state.getFlexibleLoadMw());
        accumulator.put(CARBON, state.getCarbonGPerKwh());
        accumulator.put(WATER, state.getWaterLPerKwh());
        accumulator.put(PUE, state.getPue());
        accumulator.put(HUMIDITY, state.getRelativeHumidityPct());
        accumulator.put(WIND, state.getWindSpeedMps());
        accumulator.putInstants(state.getInstants());
        return accumulator;
    }

    private Sum sum(int figure) {
        return new Sum(sums[figure], counts[figure]);
    }

    private void put(int figure, Sum sum) {
        sums[figure] = sum.getTotal();
        counts[figure] = sum.getCount();
    }

    private void putInstants(List<Integer> kept) {
        if (kept.size() != remembered(readings)) {
            throw new IllegalArgumentException("hour " + hour + " has " + readings + " readings, but " + kept.size()
                    + " instants in place of " + remembered(readings));
        }
        Arrays.setAll(instants, i -> i < kept.size() ? kept.get(i) : 0);
    }

    static int remembered(int readings) {
        return Math.min(readings, REMEMBERED);
    }
}
