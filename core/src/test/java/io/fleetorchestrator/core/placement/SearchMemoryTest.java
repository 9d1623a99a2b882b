package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.core.fleet.TestFleet;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is found must depend on what is asked and on what is known, not on what was asked before. */
class SearchMemoryTest {

    private static final Instant NOW = ISSUED.plusSeconds(60);

    @Property(tries = 300)
    void findsTheSameAfterWhateverWasAskedBefore(@ForAll long seed) {
        // given
        var random = new Random(seed);
        var fleet = fleet(random);
        var used = new Admission();
        for (int before = random.nextInt(5); before > 0; before--) {
            used.decide(anything(random), fleet, NOW);
        }

        // when
        var asked = anything(random);

        // then
        assertThat(used.decide(asked, fleet, NOW)).isEqualTo(new Admission().decide(asked, fleet, NOW));
    }

    /** Rules refuse such weights; a profile that was in force before the rules were may still hold them. */
    @Test
    void placesAtAnyCost() {
        var fleet = TestFleet.of("arizona").state().view().orElseThrow();
        var dear = new ObjectiveWeights(1e308, 1e308, 1e308, 1e308);

        var decision = new Admission()
                .decide(request("a").setWeights(dear).setEarliestStart(hour(8)).build(), fleet, NOW);

        assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
        assertThat(decision.getPlacement().getStartsAt()).isEqualTo(hour(8));
    }

    private static FleetView fleet(Random random) {
        var fleet = new TestFleet().with(profile("arizona", "ireland", "wyoming"));
        for (var region : new String[] {"arizona", "ireland", "wyoming"}) {
            fleet.forecast(forecast(
                    region,
                    ISSUED,
                    hour -> 25 + random.nextInt(12),
                    hour -> 30 + random.nextInt(60),
                    hour -> 100 + random.nextInt(4) * 100));
        }
        return fleet.state().view().orElseThrow();
    }

    private static WorkloadRequest anything(Random random) {
        var asked = request("a" + random.nextInt(1_000))
                .setPowerMw(random.nextInt(1, 40))
                .setDurationHours(random.nextInt(1, 12));
        if (random.nextBoolean()) {
            asked.setEarliestStart(hour(random.nextInt(24)));
        }
        if (random.nextInt(3) == 0) {
            asked.setDeadline(hour(random.nextInt(30)));
        }
        if (random.nextBoolean()) {
            asked.setWeights(new ObjectiveWeights(weight(random), weight(random), weight(random), weight(random)));
        }
        return asked.build();
    }

    private static double weight(Random random) {
        double[] weights = {0, 1, 0.05, 1e9, 1e308, Double.MAX_VALUE};
        return weights[random.nextInt(weights.length)];
    }
}
