package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decision on a request, with all figures that are needed to verify it. */
public record DecisionView(
        String requestId,
        String fleet,
        RequestAction action,
        Verdict verdict,
        String tenant,
        String name,
        String homeRegion,
        double powerMw,
        int durationHours,
        @Nullable PlacementView placement,
        RiskLevel riskLevel,
        @Nullable EvidenceView evidence,
        List<ReasonView> reasons,
        @Nullable CounterOfferView counterOffer,
        @Nullable FootprintView footprint,
        @Nullable FootprintView baseline,
        @Nullable Double carbonSavedKg,
        @Nullable Double waterSavedL,
        Instant decidedAt,
        boolean dryRun) {

    public static DecisionView of(SchedulingDecision decision) {
        return new DecisionView(
                decision.getRequestId(),
                decision.getFleet(),
                decision.getAction(),
                decision.getVerdict(),
                decision.getTenant(),
                decision.getName(),
                decision.getHomeRegion(),
                decision.getPowerMw(),
                decision.getDurationHours(),
                maybe(decision.getPlacement(), PlacementView::of),
                decision.getRiskLevel(),
                maybe(decision.getEvidence(), EvidenceView::of),
                decision.getReasons().stream().map(ReasonView::of).toList(),
                maybe(decision.getCounterOffer(), CounterOfferView::of),
                maybe(decision.getFootprint(), FootprintView::of),
                maybe(decision.getBaseline(), FootprintView::of),
                decision.getCarbonSavedKg(),
                decision.getWaterSavedL(),
                decision.getDecidedAt(),
                decision.getDryRun());
    }

    private static <A, B> @Nullable B maybe(@Nullable A value, Function<A, B> view) {
        return value == null ? null : view.apply(value);
    }
}
