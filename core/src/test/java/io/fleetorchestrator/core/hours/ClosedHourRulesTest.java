package io.fleetorchestrator.core.hours;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedHourRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void acceptsHoursOfNowAndOfADecadeAgo() {
        then(rejection(hour().build())).isEmpty();
        then(rejection(hour().setTemperatureC(null).build())).isEmpty();
        then(rejection(hour().setHourStart(Instant.parse("2014-01-01T00:00:00Z"))
                        .build()))
                .isEmpty();
    }

    @Test
    void rejectsHoursThatWouldMakeAllOthersTooOldToKeep() {
        then(rejection(hour().setHourStart(NOW.plus(Duration.ofDays(2))).build()))
                .contains("hourStart is 2026-07-03T12:00:00Z, but the time is " + NOW);
        then(rejection(hour().setHourStart(Instant.ofEpochMilli(Long.MAX_VALUE)).build()))
                .isPresent();
    }

    @Test
    void rejectsHoursThatWouldMakeASeriesTooLong() {
        then(rejection(hour().setHourStart(Instant.ofEpochMilli(Long.MIN_VALUE)).build()))
                .isPresent();
        then(rejection(hour().setHourStart(Instant.EPOCH).build())).isPresent();
    }

    @Test
    void rejectsMeansThatNoReadingsCanHave() {
        then(rejection(hour().setWaterLPerKwh(1e308).build()))
                .contains("WATER is 1.0E308, not between -10000.0 and 10000.0");
        then(rejection(hour().setTemperatureC(Double.POSITIVE_INFINITY).build()))
                .isPresent();
    }

    @Test
    void rejectsInvalidNames() {
        then(rejection(hour().setRegion("").build())).isPresent();
        then(rejection(hour().setFleet("x".repeat(500_000)).build()).orElseThrow())
                .hasSizeLessThan(300);
    }

    private static Optional<String> rejection(HourlyFeatures hour) {
        return ClosedHourRules.rejection(hour, NOW);
    }

    private static HourlyFeatures.Builder hour() {
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setFleet("global")
                .setHourStart(NOW.minus(Duration.ofHours(1)))
                .setReadings(60)
                .setTemperatureC(21.5);
    }
}
