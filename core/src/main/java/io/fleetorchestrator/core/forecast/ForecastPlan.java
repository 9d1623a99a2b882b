package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.scoring.DriftRule;

/**
 * The horizon and confidence of forecasts, and when coverage counts as lost.
 *
 * @param horizonHours 1 to 168
 */
public record ForecastPlan(int horizonHours, Confidence confidence, DriftRule drift) {

    /** A week, which the history of a region is long enough for. */
    public static final int LONGEST_HORIZON = 168;

    /**
     * How far the 7-day coverage may fall below the confidence. On years of real weather, with exact long-run coverage,
     * single weeks were 0.10 below several times a year, and 0.15 below at most once.
     */
    private static final double TOLERATED_LOSS = 0.15;

    /** 24 hours at 95 %. */
    public static final ForecastPlan DEFAULT = of(24, Confidence.DEFAULT);

    public ForecastPlan {
        if (horizonHours < 1 || horizonHours > LONGEST_HORIZON) {
            throw new IllegalArgumentException("horizon of " + horizonHours + " h is not between 1 and 168");
        }
    }

    /** The plan with the default tolerance of drift. */
    public static ForecastPlan of(int horizonHours, Confidence confidence) {
        return new ForecastPlan(
                horizonHours, confidence, DriftRule.below(confidence.level() - TOLERATED_LOSS, confidence));
    }
}
