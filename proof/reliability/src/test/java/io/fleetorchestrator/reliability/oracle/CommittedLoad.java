package io.fleetorchestrator.reliability.oracle;

import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger, recomputed from the decisions alone, in the order in which they were committed. Every decision contains the
 * committed load of the scheduler at that time, so each of them is compared, and with it each prefix of the log.
 */
public final class CommittedLoad {

    /** The scheduler counts in milliwatts; the rounding of a few thousand sums stays within this. */
    private static final double TOLERANCE_MW = 1e-5;

    private record Slot(String fleet, String region, Instant hour) {}

    private final Map<Slot, Double> committedMw = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** All contradictions among the decisions of a log, in its order. */
    public static Findings audit(List<SchedulingDecision> decisions) {
        var load = new CommittedLoad();
        decisions.forEach(load::add);
        return load.findings();
    }

    /** All contradictions so far. */
    public Findings findings() {
        return new Findings(List.of(), List.of(), List.copyOf(violations));
    }

    /** Adds the next decision of its fleet. */
    public void add(SchedulingDecision decision) {
        if (decision.getEvidence() != null) {
            decision.getEvidence().getHours().forEach(hour -> compare(decision, decision.getEvidence(), hour));
        }
        if (decision.getVerdict() == Verdict.APPROVED && !decision.getDryRun()) {
            commit(decision);
        }
    }

    private void compare(SchedulingDecision decision, Evidence evidence, EvidenceHour hour) {
        var slot = new Slot(decision.getFleet(), evidence.getRegion(), hour.getStartsAt());
        double committed = committedMw.getOrDefault(slot, 0.0);
        if (Math.abs(committed - hour.getCommittedMw()) > TOLERANCE_MW) {
            tell(decision, slot, "holds " + hour.getCommittedMw() + " MW to be committed, it is " + committed);
        }
        double total = committed + decision.getPowerMw() + hour.getItLoadUpperMw();
        if (decision.getVerdict() == Verdict.APPROVED && total > evidence.getCapacityMw() + TOLERANCE_MW) {
            tell(decision, slot, "brings the load to " + total + " MW of " + evidence.getCapacityMw());
        }
        if (decision.getVerdict() == Verdict.APPROVED && hour.getBoundC() > evidence.getLimitC()) {
            tell(decision, slot, "bears " + hour.getBoundC() + " °C at a limit of " + evidence.getLimitC());
        }
    }

    private void commit(SchedulingDecision decision) {
        Placement placement = decision.getPlacement();
        if (placement == null) {
            violations.add(decision.getRequestId() + " is approved without a placement");
            return;
        }
        double change = decision.getAction() == RequestAction.CANCEL ? -decision.getPowerMw() : decision.getPowerMw();
        for (var hour = placement.getStartsAt();
                hour.isBefore(placement.getEndsAt());
                hour = hour.plus(Duration.ofHours(1))) {
            committedMw.merge(new Slot(decision.getFleet(), placement.getRegion(), hour), change, Double::sum);
        }
    }

    private void tell(SchedulingDecision decision, Slot slot, String what) {
        violations.add(decision.getRequestId() + " " + what + " in " + slot);
    }
}
