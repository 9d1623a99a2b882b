package io.fleetorchestrator.core.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The start of a calibrator: scaled conformal quantiles of known errors.
 *
 * @param size number of scores that it was computed from
 * @param scaleMean mean absolute score
 * @param sigmaByHour scale of the error by hour of day, 24 values
 */
public record Seed(
        long size,
        double quantileLower,
        double quantileUpper,
        double quantileUpperOneSided,
        double scaleMean,
        List<Double> sigmaByHour) {

    /** Number of errors for the first scale: one week has each hour of day seven times. */
    private static final int SCALE_ERRORS = 168;

    /** Weight of the mean over all hours of day in the first scale of each: there are few errors for one hour of day. */
    private static final double SHRINKAGE = 4;

    public Seed {
        sigmaByHour = List.copyOf(sigmaByHour);
        if (sigmaByHour.size() != HourlyErrorScale.HOURS) {
            throw new IllegalArgumentException("a seed needs 24 scales, not " + sigmaByHour.size());
        }
        var numbers = DoubleStream.of(quantileLower, quantileUpper, quantileUpperOneSided, scaleMean);
        if (size < 0
                || !numbers.allMatch(Double::isFinite)
                || !sigmaByHour.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a seed needs finite numbers, and a size of at least 0");
        }
    }

    /**
     * The seed of these errors. They are scored as in service: each by the scale that was known before it.
     *
     * @param errors actual minus forecast of one horizon, in order of time
     * @param hoursOfDay the UTC hour of day of each error's actual
     * @throws IllegalArgumentException when the errors are fewer than {@link Confidence#leastScores()}
     */
    public static Seed of(Confidence confidence, double[] errors, int[] hoursOfDay) {
        if (errors.length < confidence.leastScores()) {
            throw new IllegalArgumentException(
                    errors.length + " errors are too few for a seed, which needs " + confidence.leastScores());
        }
        var scale = firstScale(errors, hoursOfDay);
        double[] scores = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            scores[i] = errors[i] / scale.at(hoursOfDay[i]);
            scale.learn(hoursOfDay[i], errors[i]);
        }
        return ofScores(confidence, scores, scale);
    }

    private static Seed ofScores(Confidence confidence, double[] scores, HourlyErrorScale scale) {
        double[] below = Arrays.stream(scores).map(score -> -score).sorted().toArray();
        double[] above = Arrays.stream(scores).sorted().toArray();
        int twoSided = confidence.rank(scores.length, confidence.alphaPerSide()) - 1;
        int oneSided = confidence.rank(scores.length, confidence.alpha()) - 1;
        double mean = Arrays.stream(scores).map(Math::abs).average().orElseThrow();
        return new Seed(scores.length, below[twoSided], above[twoSided], above[oneSided], mean, scale.asList());
    }

    private static HourlyErrorScale firstScale(double[] errors, int[] hoursOfDay) {
        int used = Math.min(errors.length, SCALE_ERRORS);
        double pooled = Arrays.stream(errors, 0, used).map(Math::abs).average().orElseThrow();
        double[] sums = new double[HourlyErrorScale.HOURS];
        int[] counts = new int[HourlyErrorScale.HOURS];
        IntStream.range(0, used).forEach(i -> {
            sums[hoursOfDay[i]] += Math.abs(errors[i]);
            counts[hoursOfDay[i]]++;
        });
        return new HourlyErrorScale(hour -> (sums[hour] + SHRINKAGE * pooled) / (counts[hour] + SHRINKAGE));
    }
}
