package io.fleetorchestrator.cli.outlook;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is committed, as the decisions tell it: approved, not a dry run, not cancelled since. */
final class StandingPlacements {

    private final Map<String, SchedulingDecision> byRequest = new LinkedHashMap<>();

    void add(SchedulingDecision decision) {
        if (decision.getVerdict() != Verdict.APPROVED || decision.getDryRun()) {
            return;
        }
        if (decision.getAction() == RequestAction.CANCEL) {
            byRequest.remove(key(decision));
        } else {
            byRequest.putIfAbsent(key(decision), decision);
        }
    }

    private static String key(SchedulingDecision decision) {
        return decision.getFleet() + " " + decision.getRequestId();
    }

    Ledger ledger() {
        var ledger = new Ledger();
        byRequest.values().forEach(decision -> commit(ledger, decision));
        return ledger;
    }

    private static void commit(Ledger ledger, SchedulingDecision decision) {
        var placement = decision.getPlacement();
        if (placement != null) {
            ledger.commit(
                    placement.getRegion(),
                    EpochHours.floor(placement.getStartsAt()),
                    EpochHours.ceil(placement.getEndsAt()),
                    Power.ofMegawatts(decision.getPowerMw()));
        }
    }
}
