package io.fleetorchestrator.core.outlook;

import java.util.Comparator;
import java.util.List;

/** A piecewise linear curve over temperature, constant beyond its ends. */
public final class Curve {

    /**
     * A point of the curve.
     *
     * @param temperatureC inlet temperature, degrees Celsius
     * @param value value of the curve there
     */
    public record Point(double temperatureC, double value) {}

    private final List<Point> points;
    private final double[] temperatures;
    private final double[] values;

    private Curve(List<Point> points) {
        this.points = points;
        this.temperatures = points.stream().mapToDouble(Point::temperatureC).toArray();
        this.values = points.stream().mapToDouble(Point::value).toArray();
    }

    /** The curve through these points, in any order; no two may have the same temperature. */
    public static Curve through(List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one point");
        }
        var rising = points.stream()
                .sorted(Comparator.comparingDouble(Point::temperatureC))
                .toList();
        for (int i = 1; i < rising.size(); i++) {
            requireRising(rising.get(i - 1), rising.get(i));
        }
        return new Curve(rising);
    }

    /** The same value at every temperature. */
    public static Curve flat(double value) {
        return new Curve(List.of(new Point(0, value)));
    }

    private static void requireRising(Point before, Point after) {
        if (!(before.temperatureC() < after.temperatureC())) {
            throw new IllegalArgumentException(
                    "the points of a curve must rise in temperature, but " + before + " is followed by " + after);
        }
    }

    public List<Point> points() {
        return points;
    }

    /** The value at a temperature; NaN if the temperature is not known. */
    public double at(double temperatureC) {
        if (Double.isNaN(temperatureC)) {
            return Double.NaN;
        }
        int above = 0;
        while (above < temperatures.length && temperatures[above] < temperatureC) {
            above++;
        }
        if (above == 0 || above == temperatures.length) {
            return values[Math.min(above, temperatures.length - 1)];
        }
        double share = (temperatureC - temperatures[above - 1]) / (temperatures[above] - temperatures[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
