package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds what was placed against every new forecast, and speaks up when its safety changes. */
final class PlacementRiskMonitor {

    private final FleetState state;
    private final FleetJournal journal;
    private final Admission admission;

    PlacementRiskMonitor(FleetState state, FleetJournal journal, Admission admission) {
        this.state = state;
        this.journal = journal;
        this.admission = admission;
    }

    /** The same for all regions: a profile was published or deleted, and with it limits, capacities and regions. */
    List<Advisory> lookAtAll(Instant at) {
        return state.placements.regions().stream()
                .flatMap(region -> (state.holds(region) ? look(region, at) : removed(region, at)).stream())
                .toList();
    }

    private List<Advisory> removed(String region, Instant at) {
        return state.standingIn(region).stream()
                .filter(placed -> !placed.atRisk())
                .map(placed -> {
                    mark(placed.withRisk(true));
                    return Advisories.regionRemoved(state.fleet(), placed, at);
                })
                .toList();
    }

    /** One advisory for each workload of the region that has become unsafe, or is clearly safe again. */
    List<Advisory> look(String region, Instant issuedAt) {
        return state.outlook(region)
                // A forecast that says too little neither raises nor lifts an alarm.
                .filter(outlook -> outlook.forecast().calibrated())
                .map(outlook -> look(outlook, issuedAt))
                .orElse(List.of());
    }

    private List<Advisory> look(RegionOutlook outlook, Instant issuedAt) {
        var triage = new UnsafePlacements(outlook);
        return state.standingIn(outlook.region()).stream()
                .sorted(UnsafePlacements.DISPENSABLE)
                .flatMap(placed -> change(placed, triage.threatTo(placed), issuedAt).stream())
                .toList();
    }

    private Optional<Advisory> change(CommittedWorkload placed, Optional<LimitViolation> threat, Instant issuedAt) {
        if (threat.isPresent() == placed.atRisk()) {
            return Optional.empty();
        }
        mark(placed.withRisk(threat.isPresent()));
        return Optional.of(threat.map(worst ->
                        Advisories.atRisk(state.fleet(), placed, worst, issuedAt, alternative(placed, issuedAt)))
                .orElseGet(() -> Advisories.recovered(state.fleet(), placed, issuedAt)));
    }

    private void mark(CommittedWorkload marked) {
        state.placements.put(marked);
        journal.placed(marked);
    }

    /** Looked for as if the workload were not placed: it must not stand in its own way. */
    private Optional<Placement> alternative(CommittedWorkload placed, Instant now) {
        long from = Math.max(placed.start(), EpochHours.ceil(now));
        return state.view().filter(view -> from < placed.end()).flatMap(view -> {
            state.unreserve(placed);
            var found = admission.alternative(placed.request(), view, (int) (placed.end() - from), now);
            state.reserve(placed);
            return found;
        });
    }
}
