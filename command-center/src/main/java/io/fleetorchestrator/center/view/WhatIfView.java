package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.core.whatif.WhatIf;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import org.jspecify.annotations.Nullable;

/** The effect of moving load from one region to another over the horizon. */
public record WhatIfView(
        String from,
        String to,

        @Field(doc = "Share of the capacity of the region 'from'")
        double percent,

        double shiftedMw,
        PeakView fromBefore,
        PeakView fromAfter,
        PeakView toBefore,
        PeakView toAfter,
        @Nullable Double carbonAddedKg,
        @Nullable Double waterAddedL,

        @Field(doc = "The smallest shift, in percent, that makes the region 'from' safe; null if there is none")
        @Nullable
        Double requiredPercent,

        @Field(doc = "Whether both regions would be safe") boolean safe) {

    /** The peaks of a region over the horizon. */
    public record PeakView(
            @Nullable Double boundC,
            @Nullable Double marginC,
            @Nullable Double loadMw,
            double capacityMw,
            RiskLevel riskLevel,
            boolean safe) {

        static PeakView of(WhatIf.Peak peak) {
            return new PeakView(
                    known(peak.boundC()),
                    known(peak.marginC()),
                    known(peak.loadMw()),
                    peak.capacityMw(),
                    peak.risk(),
                    peak.safe());
        }
    }

    public static WhatIfView of(WhatIf.Shift shift) {
        var required = shift.requiredPercent();
        return new WhatIfView(
                shift.fromBefore().region(),
                shift.toBefore().region(),
                shift.percent(),
                shift.shiftedMw(),
                PeakView.of(shift.fromBefore()),
                PeakView.of(shift.fromAfter()),
                PeakView.of(shift.toBefore()),
                PeakView.of(shift.toAfter()),
                known(shift.carbonAddedKg()),
                known(shift.waterAddedL()),
                required.isPresent() ? required.getAsDouble() : null,
                shift.safe());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
