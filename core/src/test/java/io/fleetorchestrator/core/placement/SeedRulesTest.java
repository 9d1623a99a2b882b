package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.core.fleet.TestFleet;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.testing.samples.Samples;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the program that this one grew out of: home only, the whole day, no coupling. */
class SeedRulesTest {

    @Property
    void blocksExactlyWhenTheHottestBoundOfTheDayIsAboveTheLimit(
            @ForAll @DoubleRange(min = 20, max = 50) double hottest) {
        assertThat(decide(hottest).getVerdict()).isEqualTo(hottest > 35 ? Verdict.BLOCKED : Verdict.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({
        "29.9, LOW, APPROVED",
        "30.0, MODERATE, APPROVED",
        "32.9, MODERATE, APPROVED",
        "33.0, HIGH, APPROVED",
        "34.9, HIGH, APPROVED",
        "35.0, CRITICAL, APPROVED",
        "35.1, CRITICAL, BLOCKED"
    })
    void tellsTheRiskByTheMargin(double hottest, RiskLevel risk, Verdict verdict) {
        var decision = decide(hottest);

        assertThat(decision.getRiskLevel()).isEqualTo(risk);
        assertThat(decision.getVerdict()).isEqualTo(verdict);
    }

    private static SchedulingDecision decide(double hottest) {
        var home = Samples.region("arizona");
        home.setHeatCouplingC(0);
        return new TestFleet()
                .with(Samples.profile(List.of(home)))
                .with(forecast("arizona", ISSUED, hour -> hour == 20 ? hottest : 20, hour -> 50, hour -> 300))
                .ask(Samples.request("a")
                        .setHomeRegion("arizona")
                        .setAllowedRegions(List.of("arizona"))
                        .setSubmittedAt(ISSUED)
                        .setDurationHours(Samples.HORIZON));
    }
}
