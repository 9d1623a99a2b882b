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
    void takesHoursAsTheyCloseAndThoseOfADecadeAgo() {
        then(refusal(hour().build())).isEmpty();
        then(refusal(hour().setTemperatureC(null).build())).isEmpty();
        then(refusal(hour().setHourStart(Instant.parse("2014-01-01T00:00:00Z")).build()))
                .isEmpty();
    }

    @Test
    void refusesHoursThatWouldMakeAllOthersTooOldToBeKept() {
        then(refusal(hour().setHourStart(NOW.plus(Duration.ofDays(2))).build()))
                .contains("hourStart is 2026-07-03T12:00:00Z, but it is " + NOW);
        then(refusal(hour().setHourStart(Instant.ofEpochMilli(Long.MAX_VALUE)).build()))
                .isPresent();
    }

    @Test
    void refusesHoursFromWhichASeriesWouldReachAcrossAllTime() {
        then(refusal(hour().setHourStart(Instant.ofEpochMilli(Long.MIN_VALUE)).build()))
                .isPresent();
        then(refusal(hour().setHourStart(Instant.EPOCH).build())).isPresent();
    }

    @Test
    void refusesMeansThatNoReadingCanHaveMade() {
        then(refusal(hour().setWaterLPerKwh(1e308).build()))
                .contains("WATER is 1.0E308, not between -10000.0 and 10000.0");
        then(refusal(hour().setTemperatureC(Double.POSITIVE_INFINITY).build())).isPresent();
    }

    @Test
    void refusesWhatNothingCanBeCalled() {
        then(refusal(hour().setRegion("").build())).isPresent();
        then(refusal(hour().setFleet("x".repeat(500_000)).build()).orElseThrow())
                .hasSizeLessThan(300);
    }

    private static Optional<String> refusal(HourlyFeatures hour) {
        return ClosedHourRules.refusal(hour, NOW);
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
