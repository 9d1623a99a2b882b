package io.fleetorchestrator.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final ReadingRules rules = new ReadingRules(Duration.ofMinutes(5));

    @Test
    void takesAReadingWithBlanks() {
        assertThat(reason(reading().build())).isEmpty();
        assertThat(reason(reading()
                        .setTemperatureC(-60.0)
                        .setCarbonGPerKwh(2000.0)
                        .build()))
                .isEmpty();
    }

    @Test
    void refusesNothingness() {
        assertThat(rules.refusal("arizona", null, NOW).map(Refused::reason)).contains(Refusal.EMPTY);
    }

    @Test
    void refusesAKeyThatIsNotTheRegion() {
        var reading = reading().build();
        assertThat(rules.refusal("ireland", reading, NOW).map(Refused::reason)).contains(Refusal.KEY_MISMATCH);
        assertThat(rules.refusal(null, reading, NOW).map(Refused::reason)).contains(Refusal.KEY_MISMATCH);
    }

    @Test
    void toleratesAClockThatIsABitAheadAndNotMore() {
        var tolerated = reading().setObservedAt(NOW.plusSeconds(300)).build();
        var ahead = reading().setObservedAt(NOW.plusSeconds(301)).build();
        assertThat(reason(tolerated)).isEmpty();
        assertThat(reason(ahead)).contains(Refusal.FUTURE);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(reason(reading().setTemperatureC(70.1).build())).contains(Refusal.OUT_OF_RANGE);
        assertThat(reason(reading().setTemperatureC(-60.1).build())).contains(Refusal.OUT_OF_RANGE);
        assertThat(reason(reading().setItLoadMw(-1.0).build())).contains(Refusal.OUT_OF_RANGE);
        assertThat(reason(reading().setItLoadMw(10_001.0).build())).contains(Refusal.OUT_OF_RANGE);
        assertThat(reason(reading().setCarbonGPerKwh(2000.1).build())).contains(Refusal.OUT_OF_RANGE);
        assertThat(reason(reading().setWaterLPerKwh(-0.1).build())).contains(Refusal.OUT_OF_RANGE);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(reason(reading().setTemperatureC(Double.NaN).build())).contains(Refusal.NOT_FINITE);
        assertThat(reason(reading().setWaterLPerKwh(Double.POSITIVE_INFINITY).build()))
                .contains(Refusal.NOT_FINITE);
    }

    private Optional<Refusal> reason(TelemetryReading reading) {
        return rules.refusal("arizona", reading, NOW).map(Refused::reason);
    }

    private static TelemetryReading.Builder reading() {
        return TelemetryReading.newBuilder().setRegion("arizona").setObservedAt(NOW);
    }
}
