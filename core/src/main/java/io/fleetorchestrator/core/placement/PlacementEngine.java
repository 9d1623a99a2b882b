package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the cheapest slot for a request, or every reason why there is none. Owned by one thread. */
final class PlacementEngine {

    private final SlotSearch search;
    private final RegionExplainer explainer;

    PlacementEngine(SlotRules rules) {
        search = new SlotSearch(rules);
        explainer = new RegionExplainer(rules);
    }

    PlacementResult place(WorkloadRequest request, FleetView fleet, Instant now) {
        var filter = RegionFilter.of(request, fleet, now);
        var query = SlotQuery.of(request, fleet.policy(), now);
        var early = unknownRegions(request, fleet);
        if (early.isEmpty() && query.isTooTight()) {
            early = List.of(RequestReasons.tooTight(query));
        }
        if (!early.isEmpty()) {
            return new PlacementResult.Blocked(early, Optional.empty(), offer(fleet, filter, query));
        }
        return search.slots(fleet, filter, query)
                .next()
                .<PlacementResult>map(PlacementResult.Approved::new)
                .orElseGet(() -> explain(fleet, filter, query));
    }

    /** The cheapest slot for what remains of a placed workload, from the next full hour on. */
    Optional<CandidateSlot> alternative(WorkloadRequest placed, FleetView fleet, int hoursLeft, Instant now) {
        var query = SlotQuery.of(placed, fleet.policy(), now).remaining(hoursLeft, EpochHours.ceil(now));
        return search.slots(fleet, RegionFilter.of(placed, fleet, now), query).next();
    }

    private PlacementResult.Blocked explain(FleetView fleet, RegionFilter filter, SlotQuery query) {
        var reasons = new ArrayList<Reason>();
        Optional<CandidateSlot> nearest = Optional.empty();
        for (var region : fleet.regions()) {
            if (filter.allows(region)) {
                var explanation = explainer.explain(region, filter, query);
                reasons.addAll(explanation.reasons());
                nearest = nearer(nearest, explanation.nearest());
            }
        }
        if (!filter.allowed().isEmpty()) {
            search.slots(fleet, filter.anywhere(), query)
                    .next()
                    .ifPresent(slot -> reasons.add(RegionReasons.notAllowed(slot, filter.allowed())));
        }
        reasons.sort(ReasonOrder.OF_REASONS);
        return new PlacementResult.Blocked(reasons, nearest, offer(fleet, filter, query));
    }

    /** The cheapest slot in any region and at any time, for the same power and duration. */
    private Optional<CandidateSlot> offer(FleetView fleet, RegionFilter filter, SlotQuery query) {
        return search.slots(fleet, filter.anywhere(), query.atAnyTime(EpochHours.ceil(filter.now())))
                .next();
    }

    private static List<Reason> unknownRegions(WorkloadRequest request, FleetView fleet) {
        if (fleet.regions().isEmpty()) {
            return List.of(RequestReasons.unknownRegion("", fleet));
        }
        return Stream.concat(home(request), request.getAllowedRegions().stream())
                .distinct()
                .filter(name -> fleet.region(name).isEmpty())
                .sorted()
                .map(name -> RequestReasons.unknownRegion(name, fleet))
                .toList();
    }

    private static Stream<String> home(WorkloadRequest request) {
        return request.getHomeRegion().isEmpty() ? Stream.empty() : Stream.of(request.getHomeRegion());
    }

    private static Optional<CandidateSlot> nearer(Optional<CandidateSlot> one, Optional<CandidateSlot> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().marginC() > one.get().marginC() ? other : one;
    }
}
