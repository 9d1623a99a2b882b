package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on a request in order: the cheapest slot that passes, or every cause why there is none. Owned by one thread. */
final class Adjudicator {

    private final SlotSearch search = new SlotSearch();
    private final RegionInquiry inquiry = new RegionInquiry();

    Ruling rule(WorkloadRequest request, FleetView fleet, Instant now) {
        var conditions = Conditions.of(request, fleet, now);
        var ask = Ask.of(request, fleet.policy(), now);
        var early = namedAmiss(request, fleet);
        if (early.isEmpty() && ask.tooTight()) {
            early = List.of(RequestReasons.tooTight(ask));
        }
        if (!early.isEmpty()) {
            return new Ruling.Blocked(early, Optional.empty(), offer(fleet, conditions, ask));
        }
        return search.cheapest(fleet, conditions, ask)
                .<Ruling>map(Ruling.Approved::new)
                .orElseGet(() -> explain(fleet, conditions, ask));
    }

    /** The cheapest slot for what remains of a placed workload, from the next full hour on. */
    Optional<CandidateSlot> alternative(WorkloadRequest placed, FleetView fleet, int hoursLeft, Instant now) {
        var ask = Ask.of(placed, fleet.policy(), now).remaining(hoursLeft, EpochHours.ceil(now));
        return search.cheapest(fleet, Conditions.of(placed, fleet, now), ask);
    }

    private Ruling.Blocked explain(FleetView fleet, Conditions conditions, Ask ask) {
        var reasons = new ArrayList<Reason>();
        Optional<CandidateSlot> leastBad = Optional.empty();
        for (var region : fleet.regions()) {
            if (conditions.allow(region)) {
                var finding = inquiry.ask(region, conditions, ask);
                reasons.addAll(finding.reasons());
                leastBad = lessBad(leastBad, finding.leastBad());
            }
        }
        if (!conditions.allowed().isEmpty()) {
            search.cheapest(fleet, conditions.anywhere(), ask)
                    .ifPresent(slot -> reasons.add(SlotReasons.notAllowed(slot, conditions.allowed())));
        }
        reasons.sort(Precedence.OF_REASONS);
        return new Ruling.Blocked(reasons, leastBad, offer(fleet, conditions, ask));
    }

    /** What would have passed in another region or at another time, cheapest first; power and duration stay. */
    private Optional<CandidateSlot> offer(FleetView fleet, Conditions conditions, Ask ask) {
        return search.cheapest(fleet, conditions.anywhere(), ask.atAnyTime(EpochHours.ceil(conditions.now())));
    }

    private static List<Reason> namedAmiss(WorkloadRequest request, FleetView fleet) {
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

    private static Optional<CandidateSlot> lessBad(Optional<CandidateSlot> one, Optional<CandidateSlot> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().marginC() > one.get().marginC() ? other : one;
    }
}
