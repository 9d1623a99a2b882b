package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import java.time.Instant;
import java.util.List;

/** The figures behind a decision. */
public record EvidenceView(
        String region,
        String modelId,
        Instant forecastIssuedAt,
        double confidence,
        int calibrationSize,
        double limitC,
        double heatCouplingC,
        double capacityMw,
        double flexibleLoadMwAtIssue,
        Instant bindingHour,
        double bindingBoundC,
        double bindingMarginC,
        List<Hour> hours) {

    /** One hour of the slot. */
    public record Hour(
            Instant startsAt, double upperOneSidedC, double itLoadUpperMw, double committedMw, double boundC) {

        static Hour of(EvidenceHour hour) {
            return new Hour(
                    hour.getStartsAt(),
                    hour.getUpperOneSidedC(),
                    hour.getItLoadUpperMw(),
                    hour.getCommittedMw(),
                    hour.getBoundC());
        }
    }

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence.getRegion(),
                evidence.getModelId(),
                evidence.getForecastIssuedAt(),
                evidence.getConfidence(),
                evidence.getCalibrationSize(),
                evidence.getLimitC(),
                evidence.getHeatCouplingC(),
                evidence.getCapacityMw(),
                evidence.getFlexibleLoadMwAtIssue(),
                evidence.getBindingHour(),
                evidence.getBindingBoundC(),
                evidence.getBindingMarginC(),
                evidence.getHours().stream().map(Hour::of).toList());
    }
}
