package io.fleetorchestrator.center.readmodel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One figure over the hours of a forecast, in an array: two hundred regions keep a week of forecasts in memory. */
public final class ReadingSeries {

    private final double[] values;

    private ReadingSeries(double[] values) {
        this.values = values;
    }

    static <T> ReadingSeries of(List<T> items, Function<T, @Nullable Double> figure) {
        var values = new double[items.size()];
        for (int at = 0; at < values.length; at++) {
            Double value = figure.apply(items.get(at));
            values[at] = value == null ? Double.NaN : value;
        }
        return new ReadingSeries(values);
    }

    public int size() {
        return values.length;
    }

    /** The figure of one hour; null if it is unknown. */
    public @Nullable Double at(int hour) {
        double value = values[hour];
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
