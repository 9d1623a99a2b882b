package io.fleetorchestrator.core.thermal;

import io.fleetorchestrator.schemas.contract.RiskLevel;

/** Risk levels by the margin to the limit. */
public final class RiskLevels {

    private static final double LOW_ABOVE_C = 5;
    private static final double MODERATE_ABOVE_C = 2;

    private RiskLevels() {}

    /** The level of a margin; {@code UNKNOWN} for a margin that is not known. */
    public static RiskLevel of(double marginC) {
        if (Double.isNaN(marginC)) {
            return RiskLevel.UNKNOWN;
        }
        if (marginC > LOW_ABOVE_C) {
            return RiskLevel.LOW;
        }
        if (marginC > MODERATE_ABOVE_C) {
            return RiskLevel.MODERATE;
        }
        return marginC > 0 ? RiskLevel.HIGH : RiskLevel.CRITICAL;
    }
}
