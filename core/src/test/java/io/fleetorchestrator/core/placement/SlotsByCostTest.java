package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.core.fleet.TestFleet;
import io.fleetorchestrator.core.placement.RandomFleet.Slot;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Holds the order of slots against the oracle of {@link RandomFleet}, which lists every slot and sorts. */
class SlotsByCostTest {

    /** Without water, whose weight is no whole number. */
    private static final ObjectiveWeights WHOLE = new ObjectiveWeights(1.0, 0.0, 1.0, 10.0);

    @Property(tries = 300)
    void yieldsEveryFeasibleSlotOnceAndNeverACheaperOneAfterADearerOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int hours,
            @ForAll @IntRange(min = 1, max = 30) int mw) {
        // given
        var fleet = new RandomFleet(seed);
        var request = request("a").setPowerMw(mw).setDurationHours(hours).build();

        // when
        var slots = all(fleet, request);

        // then
        then(slots).containsExactlyInAnyOrderElementsOf(fleet.feasible(request));
        var cheapestFirst = fleet.feasible(request).stream()
                .sorted(comparingDouble(slot -> fleet.cost(slot, request)))
                .toList();
        for (int at = 0; at < slots.size(); at++) {
            then(fleet.cost(slots.get(at), request))
                    .isCloseTo(fleet.cost(cheapestFirst.get(at), request), within(1e-6));
        }
    }

    @Property(tries = 300)
    void yieldsSlotsOfOneCostByTheirStartAndThenByTheirRegion(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int hours,
            @ForAll @IntRange(min = 1, max = 30) int mw) {
        // given
        var fleet = RandomFleet.ofWholeNumbers(seed);
        var request = request("a")
                .setPowerMw(mw)
                .setDurationHours(hours)
                .setWeights(WHOLE)
                .build();
        var order = Comparator.<Slot>comparingDouble(slot -> fleet.cost(slot, request))
                .thenComparingInt(Slot::start)
                .thenComparingInt(Slot::region);

        // then
        then(all(fleet, request))
                .containsExactlyElementsOf(
                        fleet.feasible(request).stream().sorted(order).toList());
    }

    /** Rules refuse such weights; a profile that was in force before the rules were may still hold them. */
    @Test
    void yieldsSlotsWhoseCostOverflowsByTheirStart() {
        var fleet = TestFleet.of("arizona").state().view().orElseThrow();
        var dear = request("a")
                .setWeights(new ObjectiveWeights(1e308, 1e308, 1e308, 1e308))
                .build();

        then(all(slots(fleet, dear)))
                .extracting(CandidateSlot::start)
                .isSorted()
                .hasSize(21);
    }

    @Test
    void isEmptyForGoodOnceEverySlotWasGiven() {
        var fleet = TestFleet.of("arizona").state().view().orElseThrow();
        var slots = slots(fleet, request("a").setPowerMw(80).build());

        then(slots.next()).isEmpty();
        then(slots.next()).isEmpty();
    }

    @Test
    void placesTheCheaperOfTwoSlotsFirst() {
        var one = priced(1, 5);

        then(one).isLessThan(priced(1, 6)).isLessThan(priced(2, 5)).isLessThan(priced(0, Double.NaN));
        then(priced(1, Double.NaN)).isGreaterThan(priced(2, Double.POSITIVE_INFINITY));
        then(priced(1, Double.NaN)).isLessThan(priced(2, Double.NaN));
        then(priced(1, 0.0)).isLessThan(priced(2, -0.0));
    }

    private static PricedSlot priced(long start, double cost) {
        var region = TestFleet.of("arizona").state().view().flatMap(fleet -> fleet.region("arizona"));
        return new PricedSlot(region.flatMap(FleetRegion::outlook).orElseThrow(), start, cost);
    }

    private static List<Slot> all(RandomFleet fleet, WorkloadRequest request) {
        return all(slots(fleet.view(), request)).stream()
                .map(slot -> Slot.of(slot.placement()))
                .toList();
    }

    private static List<CandidateSlot> all(SlotsByCost slots) {
        return Stream.generate(slots::next)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static SlotsByCost slots(FleetView fleet, WorkloadRequest request) {
        return new SlotSearch(SlotRules.ALL)
                .slots(fleet, RegionFilter.of(request, fleet, ISSUED), SlotQuery.of(request, fleet.policy(), ISSUED));
    }
}
