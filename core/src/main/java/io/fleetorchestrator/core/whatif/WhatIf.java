package io.fleetorchestrator.core.whatif;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.thermal.RiskLevels;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What would happen if load moved from one region to another over the whole horizon. The share is in percent of the source's
 * capacity, like its heat coupling: with 5 °C for the full capacity, a percent is 0.05 °C.
 */
public final class WhatIf {

    private static final double PERCENT = 100;

    private WhatIf() {}

    /**
     * A region in its hottest and its fullest hour.
     *
     * @param boundC the highest bound; NaN when no hour has one
     * @param loadMw the highest upper bound of the load, including committed power
     */
    public record Peak(String region, double boundC, double marginC, double loadMw, double capacityMw, RiskLevel risk) {

        /** Whether the region is within its limit and its capacity; unknown values are not safe. */
        public boolean safe() {
            return marginC >= 0 && loadMw <= capacityMw;
        }
    }

    /**
     * The effect of a shift.
     *
     * @param shiftedMw the load that moves
     * @param carbonAddedKg added emissions of the target less saved emissions of the source; NaN if not known
     * @param waterAddedL the same of water
     * @param requiredPercent the smallest shift that makes the source safe; empty when no shift does
     */
    public record Shift(
            double percent,
            double shiftedMw,
            Peak fromBefore,
            Peak fromAfter,
            Peak toBefore,
            Peak toAfter,
            double carbonAddedKg,
            double waterAddedL,
            OptionalDouble requiredPercent) {

        /** Whether both regions would be safe afterwards. */
        public boolean safe() {
            return fromAfter.safe() && toAfter.safe();
        }
    }

    /** Moves {@code percent} of the capacity of {@code from} to {@code to}. */
    public static Shift shift(RegionOutlook from, RegionOutlook to, double percent) {
        double mw = percent / PERCENT * from.terms().capacityMw();
        int hours = Math.min(from.horizon(), to.horizon());
        return new Shift(
                percent,
                mw,
                peak(from, 0),
                peak(from, -mw),
                peak(to, 0),
                peak(to, mw),
                mw * (carbon(to, hours) - carbon(from, hours)),
                mw * (water(to, hours) - water(from, hours)),
                requiredPercent(from));
    }

    /** The smallest shift that brings the hottest hour down to the limit: its excess divided by the degrees per percent. */
    public static OptionalDouble requiredPercent(RegionOutlook from) {
        double excess = -peak(from, 0).marginC();
        if (excess <= 0) {
            return OptionalDouble.of(0);
        }
        double percent = excess / (from.terms().heatCouplingC() / PERCENT);
        return percent <= PERCENT ? OptionalDouble.of(percent) : OptionalDouble.empty();
    }

    private static Peak peak(RegionOutlook outlook, double addedMw) {
        var thermal = outlook.terms().thermal();
        double bound = thermal.boundC(highest(outlook.ambientC()), addedMw);
        double margin = thermal.marginC(bound);
        return new Peak(
                outlook.region(),
                bound,
                margin,
                highest(outlook.loadMw()) + addedMw,
                outlook.terms().capacityMw(),
                RiskLevels.of(margin));
    }

    /** The highest known value; infinity is a hole. */
    private static double highest(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    private static double carbon(RegionOutlook outlook, int hours) {
        return outlook.carbonKnown(0, hours) ? outlook.carbonKgPerMw(0, hours) : Double.NaN;
    }

    private static double water(RegionOutlook outlook, int hours) {
        return outlook.waterKnown(0, hours) ? outlook.waterLPerMw(0, hours) : Double.NaN;
    }
}
