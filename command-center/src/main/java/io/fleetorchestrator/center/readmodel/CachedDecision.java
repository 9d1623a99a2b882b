package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;

/** A decision and its position in the order of decisions. */
public record CachedDecision(DecisionKey key, SchedulingDecision decision) {

    static CachedDecision of(SchedulingDecision decision, Arrival arrival) {
        var at = arrival.bounded(decision.getDecidedAt());
        return new CachedDecision(new DecisionKey(at, arrival.partition(), arrival.offset()), decision);
    }

    /** Whether it refuses another request under a used id. The first decision on the id remains. */
    public static boolean isReuse(SchedulingDecision decision) {
        return decision.getReasons().stream().anyMatch(why -> why.getCode() == ReasonCode.REQUEST_ID_REUSED);
    }
}
