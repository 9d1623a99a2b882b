package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides on requests and writes the decisions with their evidence. It reserves nothing. Owned by one thread. */
public final class Admission {

    private final PlacementEngine engine = new PlacementEngine(SlotRules.ALL);

    /** Whether, where and when the workload may run in this fleet. */
    public SchedulingDecision decide(WorkloadRequest request, FleetView fleet, Instant now) {
        var baseline = baseline(request, fleet, now);
        return engine.place(request, fleet, now)
                .match(
                        approved -> DecisionWriter.approved(request, fleet.fleet(), now, approved.slot(), baseline),
                        blocked -> DecisionWriter.blocked(request, fleet.fleet(), now, blocked, baseline));
    }

    /** Where the rest of a placed workload would run best, if anywhere. */
    public Optional<Placement> alternative(WorkloadRequest placed, FleetView fleet, int hoursLeft, Instant now) {
        return engine.alternative(placed, fleet, hoursLeft, now).map(CandidateSlot::placement);
    }

    /** Blocks a request without a search. */
    public static SchedulingDecision refuse(WorkloadRequest request, String fleet, Instant now, List<Reason> reasons) {
        return DecisionWriter.blocked(request, fleet, now, PlacementResult.Blocked.because(reasons), Optional.empty());
    }

    /** The answer to a cancellation that releases a placement. */
    public static SchedulingDecision release(
            WorkloadRequest request, String fleet, Instant now, WorkloadRequest placed, Placement placement) {
        return DecisionWriter.released(request, fleet, now, placed, placement);
    }

    /** What the workload would cost without a scheduler: in its home region, as early as requested. */
    private static Optional<Footprint> baseline(WorkloadRequest request, FleetView fleet, Instant now) {
        var query = SlotQuery.of(request, fleet.policy(), now);
        return fleet.region(request.getHomeRegion())
                .flatMap(FleetRegion::outlook)
                .flatMap(outlook -> {
                    long start = query.earliestStart() - outlook.firstHour();
                    return outlook.costKnown(start, start + query.hours())
                            ? Optional.of(outlook.footprint((int) start, (int) start + query.hours(), query.powerMw()))
                            : Optional.empty();
                });
    }
}
