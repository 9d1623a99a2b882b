package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.schemas.contract.LinearPart;
import java.util.Arrays;
import java.util.List;

/** The change of one horizon as a weighted sum of its features. Holes add nothing: they count as the mean. */
final class LinearModel {

    /**
     * A feature farther out than this says that a sensor is broken rather than how far the line goes on: hours of real
     * weather stay within five standard deviations.
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

    /** The line that was written for rows of so many features. */
    static LinearModel of(LinearPart part, int width) {
        if (!Double.isFinite(part.getIntercept())) {
            throw new IllegalArgumentException("this model has a line through " + part.getIntercept());
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

    /** The change that the row which begins here lets expect. */
    double at(float[] rows, int begin) {
        double change = intercept;
        for (int column = 0; column < weights.length; column++) {
            change += weights[column] * scaled(rows[begin + column], centres[column], scales[column]);
        }
        return change;
    }

    /** A feature in standard deviations from its mean; 0 for a hole, and for a feature that never moved. */
    static double scaled(float value, double centre, double scale) {
        return Float.isNaN(value) || scale == 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - centre) / scale));
    }

    private static double[] array(List<Double> numbers, int width) {
        if (numbers.size() != width || !numbers.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("this model has a line that is not made of " + width + " numbers");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
