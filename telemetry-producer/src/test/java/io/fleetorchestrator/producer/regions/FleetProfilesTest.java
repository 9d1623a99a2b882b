package io.fleetorchestrator.producer.regions;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetProfilesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void containsWhatTheSchedulerNeeds() {
        var profile = FleetProfiles.of(SomeFleet.FLEET, NOW);

        then(profile.getFleet()).isEqualTo("some");
        then(profile.getUpdatedAt()).isEqualTo(NOW);
        then(profile.getPolicy().getConfidence()).isEqualTo(0.95);
        then(profile.getRegions()).hasSize(2).first().satisfies(hot -> {
            then(hot.getRegion()).isEqualTo("hot");
            then(hot.getHeatCouplingC()).isEqualTo(5);
            then(hot.getWaterByTemperature()).hasSize(2);
        });
    }

    @Test
    void isEqualWhateverItsTime() {
        var profile = FleetProfiles.of(SomeFleet.FLEET, NOW);
        var later = FleetProfiles.of(SomeFleet.FLEET, NOW.plusSeconds(60));
        var smaller = FleetProfiles.of(new FleetModel("some", FleetModel.Policy.DEFAULT, List.of(SomeFleet.HOT)), NOW);

        then(FleetProfiles.areEqual(profile, later)).isTrue();
        then(FleetProfiles.areEqual(profile, smaller)).isFalse();
    }

    @Test
    void rejectsARegionThatAppearsTwice() {
        thenThrownBy(() -> new FleetModel("some", FleetModel.Policy.DEFAULT, List.of(SomeFleet.HOT, SomeFleet.HOT)))
                .hasMessage("fleet some: region hot appears twice");
    }
}
