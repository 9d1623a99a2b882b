package io.fleetorchestrator.core.features;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.state.HistoryRows;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The last hours of one region in a ring buffer, from which features are computed. Mutable, and owned by one thread.
 *
 * <p>Values are floats: sensors are not better than seven digits, and the state of a region stays near 5 KB.
 */
public final class RegionHistory {

    /** Eight days: last week's move of an hour, y[t+h−168] − y[t+h−192], needs 191 hours before the last one. */
    public static final int HOURS = 192;

    /** The value of {@link #lastHour()} before an hour was added. */
    public static final long NO_HOUR = Long.MIN_VALUE;

    private static final List<Measurement> MEASUREMENTS = List.of(Measurement.values());
    private static final int WIDTH = MEASUREMENTS.size();

    private static final List<String> COLUMNS = MEASUREMENTS.stream()
            .sorted(Comparator.comparingInt(Measurement::place))
            .map(Measurement::name)
            .toList();

    private final float[] ring = new float[HOURS * WIDTH];
    private long lastHour = NO_HOUR;

    private RegionHistory() {
        Arrays.fill(ring, Float.NaN);
    }

    /** A history without hours. */
    public static RegionHistory empty() {
        return new RegionHistory();
    }

    /** The hour of this record, counted since the epoch. */
    public static long hourOf(HourlyFeatures hour) {
        return EpochHours.floor(hour.getHourStart());
    }

    /** Appends a closed hour; hours that were skipped become holes. */
    public void add(HourlyFeatures hour) {
        add(hourOf(hour), measurement -> measurement.in(hour));
    }

    /** Appends a closed hour, counted since the epoch, with the mean of each measurement. */
    public void add(long added, ToDoubleFunction<Measurement> means) {
        if (added <= lastHour) {
            throw new IllegalArgumentException("hour " + added + " is not after the last closed hour " + lastHour);
        }
        forgetBetween(added);
        lastHour = added;
        for (Measurement measurement : MEASUREMENTS) {
            ring[slot(measurement, 0)] = (float) means.applyAsDouble(measurement);
        }
    }

    /** The last closed hour, counted since the epoch; {@link #NO_HOUR} before the first. */
    public long lastHour() {
        return lastHour;
    }

    /** The value so many hours before the last closed hour, which is 0 hours back; NaN if unknown. */
    public double at(Measurement measurement, int hoursBack) {
        boolean held = lastHour != NO_HOUR && hoursBack >= 0 && hoursBack < HOURS;
        return held ? ring[slot(measurement, hoursBack)] : Double.NaN;
    }

    /** The record for the state store. */
    public HistoryRows toState() {
        var values = ByteBuffer.allocate(ring.length * Float.BYTES);
        values.asFloatBuffer().put(ring);
        return new HistoryRows(lastHour == NO_HOUR ? null : (Long) lastHour, HOURS, COLUMNS, values);
    }

    /** The history of a record from the state store, which may have other measurements than this version. */
    public static RegionHistory of(HistoryRows state) {
        var history = empty();
        var values = state.getValues().asFloatBuffer();
        int width = state.getQuantities().size();
        if (state.getRows() < 1 || values.remaining() != state.getRows() * width) {
            throw new IllegalArgumentException("a history of " + state.getRows() + " rows and " + width
                    + " columns has " + values.remaining() + " values");
        }
        if (state.getLastHour() != null) {
            history.lastHour = state.getLastHour();
            for (Measurement measurement : MEASUREMENTS) {
                history.fill(measurement, state.getQuantities().indexOf(measurement.name()), state, values);
            }
        }
        return history;
    }

    private void fill(Measurement measurement, int column, HistoryRows state, FloatBuffer values) {
        int rows = state.getRows();
        int width = state.getQuantities().size();
        for (int back = 0; column >= 0 && back < Math.min(rows, HOURS); back++) {
            int row = (int) Math.floorMod(lastHour - back, (long) rows);
            ring[slot(measurement, back)] = values.get(row * width + column);
        }
    }

    private void forgetBetween(long added) {
        if (lastHour == NO_HOUR) {
            return;
        }
        long from = Math.max(lastHour + 1, added - HOURS + 1);
        for (long hour = from; hour < added; hour++) {
            int start = row(hour) * WIDTH;
            Arrays.fill(ring, start, start + WIDTH, Float.NaN);
        }
    }

    private int slot(Measurement measurement, int hoursBack) {
        return row(lastHour - hoursBack) * WIDTH + measurement.place();
    }

    private static int row(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }
}
