package io.fleetorchestrator.core.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.placement.RandomFleet.Slot;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.testing.samples.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Holds the search against an oracle that tries everything, written from the contract and not from the code. */
class CheapestSlotTest {

    @Property(tries = 400)
    void theCheapestFeasibleSlotIsChosen(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int hours,
            @ForAll @IntRange(min = 1, max = 30) int mw) {
        // given
        var world = new RandomFleet(seed);
        var request =
                Samples.request("a").setPowerMw(mw).setDurationHours(hours).build();

        // when
        var decision = new Admission().decide(request, world.view(), Samples.ISSUED);

        // then
        var best = world.cheapest(request);
        if (best == null) {
            assertThat(decision.getVerdict()).isEqualTo(Verdict.BLOCKED);
            assertThat(decision.getReasons()).isNotEmpty();
        } else {
            assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
            assertThat(world.cost(Slot.of(decision.getPlacement()), request))
                    .isCloseTo(world.cost(best, request), within(1e-6));
        }
    }
}
