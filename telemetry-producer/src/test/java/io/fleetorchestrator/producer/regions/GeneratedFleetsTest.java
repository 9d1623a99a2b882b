package io.fleetorchestrator.producer.regions;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedFleetsTest {

    private static final List<RegionModel> ARCHETYPES = List.of(SomeFleet.HOT, SomeFleet.MILD);

    @Test
    void spreadsAllRegionsOverTheFleets() {
        var fleets = GeneratedFleets.of(1, 1000, 7, ARCHETYPES);

        then(fleets).hasSize(7).extracting(fleet -> fleet.regions().size()).containsOnly(142, 143);
        then(fleets.stream().flatMap(fleet -> fleet.regions().stream()).map(RegionModel::region))
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEveryFleetEveryArchetype() {
        var fleets = GeneratedFleets.of(1, 20, 2, ARCHETYPES);

        then(fleets)
                .allSatisfy(fleet -> then(fleet.regions())
                        .extracting(RegionModel::heatCouplingC)
                        .contains(5.0, 8.0));
    }

    @Test
    void isTheSameForTheSameSeed() {
        then(GeneratedFleets.of(3, 12, 2, ARCHETYPES)).isEqualTo(GeneratedFleets.of(3, 12, 2, ARCHETYPES));
    }

    @Test
    void rejectsEmptyFleets() {
        thenThrownBy(() -> GeneratedFleets.of(1, 2, 3, ARCHETYPES))
                .hasMessage("2 regions cannot be spread over 3 fleets: each fleet needs at least one");
    }
}
