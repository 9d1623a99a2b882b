package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.scoring.DriftRule;

/**
 * What is promised: how far ahead, how surely, and when the promise counts as broken.
 *
 * @param horizonHours 1 to 168
 */
public record ForecastPlan(int horizonHours, Confidence confidence, DriftRule drift) {

    /** A week: what the history of a region can carry. */
    public static final int LONGEST_HORIZON = 168;

    /**
     * How far the 7-day coverage may fall below the promise. On years of real weather, with the long-run coverage exact,
     * single weeks fell 0.10 short several times a year, and 0.15 short at most once.
     */
    private static final double TOLERATED_LOSS = 0.15;

    /** 24 hours at 95 %. */
    public static final ForecastPlan DEFAULT = promising(24, Confidence.DEFAULT);

    public ForecastPlan {
        if (horizonHours < 1 || horizonHours > LONGEST_HORIZON) {
            throw new IllegalArgumentException("horizon of " + horizonHours + " h is not between 1 and 168");
        }
    }

    /** The plan with the usual tolerance of drift. */
    public static ForecastPlan promising(int horizonHours, Confidence confidence) {
        return new ForecastPlan(
                horizonHours, confidence, DriftRule.below(confidence.level() - TOLERATED_LOSS, confidence));
    }
}
