package io.fleetorchestrator.runtime.health;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class HealthTest {

    private final Health health = new Health();

    @Test
    void isAliveAndNotReadyBeforeItsPartsAreKnown() {
        then(health.isAlive()).isTrue();
        then(health.isReady()).isFalse();
    }

    @Test
    void isReadyOnceEachPartIs() {
        // given
        var streams = health.gate("streams");
        var telemetry = health.gate("telemetry");

        // when
        streams.open();

        // then
        then(health.isReady()).isFalse();
        then(health.problems()).containsOnlyKeys("telemetry");

        // when
        telemetry.open();

        // then
        then(health.isReady()).isTrue();
    }
}
