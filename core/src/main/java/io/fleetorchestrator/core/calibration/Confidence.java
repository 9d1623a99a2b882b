package io.fleetorchestrator.core.calibration;

/**
 * The confidence of intervals: the share of actual values that they must cover.
 *
 * @param level between 0 and 1; 0.95 leaves 5 % outside
 */
public record Confidence(double level) {

    /** The default confidence of the contract. */
    public static final Confidence DEFAULT = new Confidence(0.95);

    public Confidence {
        if (!(level >= 0.5 && level <= 0.999)) {
            throw new IllegalArgumentException("confidence " + level + " is not between 0.5 and 0.999");
        }
    }

    /** Share of actual values allowed above the one-sided bound. */
    public double alpha() {
        return 1 - level;
    }

    /** Share of actual values allowed beyond each bound of the two-sided interval. */
    public double alphaPerSide() {
        return alpha() / 2;
    }

    /** Fewest scores n for which a quantile exists: k = ⌈(n+1)(1−α/2)⌉ must not exceed n; 39 at 0.95. */
    public int leastScores() {
        return rounded(Math.ceil(1 / alphaPerSide() - ROUNDING)) - 1;
    }

    /** Which of n ascending scores, counted from 1, is the conformal quantile that leaves this share above it. */
    int rank(int scores, double share) {
        return Math.min(scores, rounded(Math.ceil((scores + 1) * (1 - share) - ROUNDING)));
    }

    /** 1 − 0.95 is not exactly 0.05 in binary: without this, 40 · 0.975 = 39 would round up to 40. */
    private static final double ROUNDING = 1e-9;

    private static int rounded(double whole) {
        return (int) Math.round(whole);
    }
}
