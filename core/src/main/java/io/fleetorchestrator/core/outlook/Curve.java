package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.schemas.contract.CurvePoint;
import java.util.Comparator;
import java.util.List;

/** A piecewise linear curve over temperature, flat beyond its ends. */
public final class Curve {

    private final double[] temperatures;
    private final double[] values;

    private Curve(double[] temperatures, double[] values) {
        this.temperatures = temperatures;
        this.values = values;
    }

    /** The curve through the points, or {@code otherwise} everywhere when there are none. */
    public static Curve through(List<CurvePoint> points, double otherwise) {
        if (points.isEmpty()) {
            return new Curve(new double[] {0}, new double[] {otherwise});
        }
        var sorted = points.stream()
                .sorted(Comparator.comparingDouble(CurvePoint::getTemperatureC))
                .toList();
        return new Curve(
                sorted.stream().mapToDouble(CurvePoint::getTemperatureC).toArray(),
                sorted.stream().mapToDouble(CurvePoint::getValue).toArray());
    }

    /** The value at a temperature; NaN where the temperature is not known. */
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
