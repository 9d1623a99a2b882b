package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.thermal.RiskLevels;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.CounterOffer;
import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes decisions with all that is needed to check them. */
final class DecisionWriter {

    /** A fleet of thousands of regions has as many reasons; the first of them are enough. */
    private static final int MAX_REASONS = 100;

    /** A decision must not be larger than a record may be: texts that are too long for a request are shortened in its decision. */
    private static final int MAX_TEXT_LENGTH = 256;

    private DecisionWriter() {}

    static SchedulingDecision approved(
            WorkloadRequest request, String fleet, Instant now, CandidateSlot slot, Optional<Footprint> baseline) {
        var decision = answer(request, fleet, now, Verdict.APPROVED, List.of());
        var footprint = slot.footprint();
        decision.setPlacement(slot.placement());
        decision.setFootprint(footprint);
        attachEvidence(decision, slot);
        baseline.ifPresent(home -> {
            decision.setBaseline(home);
            decision.setCarbonSavedKg(home.getCarbonKg() - footprint.getCarbonKg());
            decision.setWaterSavedL(home.getWaterL() - footprint.getWaterL());
        });
        return decision;
    }

    static SchedulingDecision blocked(
            WorkloadRequest request,
            String fleet,
            Instant now,
            PlacementResult.Blocked result,
            Optional<Footprint> baseline) {
        var decision = answer(request, fleet, now, Verdict.BLOCKED, result.reasons());
        result.nearest().ifPresent(slot -> attachEvidence(decision, slot));
        result.offer().ifPresent(slot -> decision.setCounterOffer(counterOffer(slot)));
        baseline.ifPresent(decision::setBaseline);
        return decision;
    }

    /** The answer to a cancellation: what was released, of which workload. */
    static SchedulingDecision released(
            WorkloadRequest request, String fleet, Instant now, WorkloadRequest placed, Placement placement) {
        var decision = answer(request, fleet, now, Verdict.APPROVED, List.of());
        decision.setTenant(placed.getTenant());
        decision.setName(placed.getName());
        decision.setHomeRegion(placed.getHomeRegion());
        decision.setPowerMw(placed.getPowerMw());
        decision.setDurationHours(placed.getDurationHours());
        decision.setPlacement(placement);
        return decision;
    }

    private static SchedulingDecision answer(
            WorkloadRequest request, String fleet, Instant now, Verdict verdict, List<Reason> reasons) {
        var decision = new SchedulingDecision();
        decision.setRequestId(shortened(request.getRequestId()));
        decision.setFleet(fleet);
        decision.setAction(request.getAction());
        decision.setVerdict(verdict);
        decision.setTenant(shortened(request.getTenant()));
        decision.setName(shortened(request.getName()));
        decision.setHomeRegion(shortened(request.getHomeRegion()));
        decision.setPowerMw(request.getPowerMw());
        decision.setDurationHours(request.getDurationHours());
        decision.setRiskLevel(RiskLevel.UNKNOWN);
        decision.setReasons(reasons.size() <= MAX_REASONS ? reasons : reasons.subList(0, MAX_REASONS));
        decision.setDecidedAt(now);
        decision.setDryRun(request.getDryRun());
        return decision;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT_LENGTH ? text : Culprit.of(text);
    }

    private static void attachEvidence(SchedulingDecision decision, CandidateSlot slot) {
        decision.setEvidence(evidence(slot));
        decision.setRiskLevel(RiskLevels.of(slot.marginC()));
    }

    private static Evidence evidence(CandidateSlot slot) {
        var outlook = slot.outlook();
        var forecast = outlook.forecast();
        int binding = slot.bindingHour();
        return new Evidence(
                outlook.region(),
                forecast.modelId(),
                forecast.issuedAt(),
                forecast.confidence(),
                forecast.calibrationSize(),
                outlook.terms().thermal().limitC(),
                outlook.terms().heatCouplingC(),
                outlook.terms().capacityMw(),
                outlook.flexibleMwSeen(),
                EpochHours.start(outlook.firstHour() + binding),
                slot.boundC(binding),
                slot.marginC(),
                hours(outlook, slot));
    }

    private static List<EvidenceHour> hours(RegionOutlook outlook, CandidateSlot slot) {
        var hours = new ArrayList<EvidenceHour>(slot.hours());
        for (int hour = slot.start(); hour < slot.start() + slot.hours(); hour++) {
            hours.add(new EvidenceHour(
                    EpochHours.start(outlook.firstHour() + hour),
                    outlook.upperC(hour),
                    outlook.itLoadUpperMw(hour),
                    outlook.committedMw(hour),
                    slot.boundC(hour)));
        }
        return hours;
    }

    private static CounterOffer counterOffer(CandidateSlot slot) {
        return new CounterOffer(slot.placement(), slot.marginC(), slot.footprint());
    }
}
