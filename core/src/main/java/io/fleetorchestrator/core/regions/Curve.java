package io.fleetorchestrator.core.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piecewise linear curve over temperature, flat beyond its ends. */
public final class Curve {

    /**
     * A corner of the curve.
     *
     * @param temperatureC inlet temperature, degrees Celsius
     * @param value value of the curve there
     */
    public record Point(double temperatureC, double value) {}

    private final List<Point> points;
    private final double[] x;
    private final double[] y;

    private Curve(List<Point> points) {
        this.points = points;
        this.x = points.stream().mapToDouble(Point::temperatureC).toArray();
        this.y = points.stream().mapToDouble(Point::value).toArray();
    }

    /** The curve through these points, which must come in rising order of temperature. */
    public static Curve through(List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one point");
        }
        for (int i = 1; i < points.size(); i++) {
            requireRising(points.get(i - 1), points.get(i));
        }
        return new Curve(List.copyOf(points));
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

    /** The curve with every value multiplied. */
    public Curve scaledBy(double factor) {
        var scaled = new ArrayList<Point>();
        points.forEach(point -> scaled.add(new Point(point.temperatureC(), point.value() * factor)));
        return new Curve(List.copyOf(scaled));
    }

    /** The value at this temperature. */
    public double at(double temperatureC) {
        int found = Arrays.binarySearch(x, temperatureC);
        if (found >= 0) {
            return y[found];
        }
        int right = -found - 1;
        if (right == 0) {
            return y[0];
        }
        if (right == x.length) {
            return y[right - 1];
        }
        double share = (temperatureC - x[right - 1]) / (x[right] - x[right - 1]);
        return y[right - 1] + share * (y[right] - y[right - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve && points.equals(curve.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    @Override
    public String toString() {
        return points.toString();
    }
}
