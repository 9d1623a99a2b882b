package io.fleetorchestrator.producer.faults;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @Test
    void readsSharesAndSilences() {
        var plan = FaultPlan.parse(
                List.of("late=0.01", "out-of-order=0.05", "silent=ireland@6h", "silent=a@PT1H@2026-01-01T00:00:00Z"));

        then(plan.rate(FaultKind.LATE)).isEqualTo(0.01);
        then(plan.rate(FaultKind.OUT_OF_ORDER)).isEqualTo(0.05);
        then(plan.rate(FaultKind.POISON)).isZero();
        then(plan.silences())
                .containsExactly(
                        new FaultPlan.Silence("ireland", Duration.ofHours(6), Optional.empty()),
                        new FaultPlan.Silence(
                                "a", Duration.ofHours(1), Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"early=0.1", "late", "late=often", "late=1.5", "silent=ireland", "silent=ireland@six"})
    void rejectsUnknownFaultsWithAnExample(String item) {
        thenThrownBy(() -> FaultPlan.parse(List.of(item)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write them like late=0.01");
    }
}
