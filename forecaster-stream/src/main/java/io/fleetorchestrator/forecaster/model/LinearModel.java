package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.schemas.contract.LinearPart;
import java.util.Arrays;
import java.util.List;

/** Predicts the change at one horizon as a weighted sum of features. A hole counts as the mean of its feature. */
final class LinearModel {

    /**
     * Limit of a feature: values farther out come from broken sensors, because real weather stays within five standard
     * deviations.
     */
    private static final double FARTHEST = 6;

    private final double intercept;
    private final double[] centres;
    private final double[] scales;
    private final double[] weights;

    LinearModel(double intercept, double[] centres, double[] scales, double[] weights) {
        this.intercept = intercept;
        this.centres = centres;
        this.scales = scales;
        this.weights = weights;
    }

    /** The model of this record, for rows of so many features. */
    static LinearModel of(LinearPart part, int width) {
        if (!Double.isFinite(part.getIntercept())) {
            throw new IllegalArgumentException(
                    "this model has a linear part with the intercept " + part.getIntercept());
        }
        return new LinearModel(
                part.getIntercept(),
                array(part.getCentres(), width),
                array(part.getScales(), width),
                array(part.getWeights(), width));
    }

    LinearPart written() {
        return new LinearPart(intercept, list(centres), list(scales), list(weights));
    }

    /** The predicted change for the row that begins here. */
    double at(float[] rows, int begin) {
        double change = intercept;
        for (int column = 0; column < weights.length; column++) {
            change += weights[column] * scaled(rows[begin + column], centres[column], scales[column]);
        }
        return change;
    }

    /** A feature in standard deviations from its mean; 0 for a hole, and for a constant feature. */
    static double scaled(float value, double centre, double scale) {
        return Float.isNaN(value) || scale == 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - centre) / scale));
    }

    private static double[] array(List<Double> numbers, int width) {
        if (numbers.size() != width || !numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("this model has a linear part without " + width + " numbers");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
