package io.fleetorchestrator.core.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadingRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final ReadingRules rules = new ReadingRules(Duration.ofMinutes(5));

    @Test
    void acceptsAReadingWithHoles() {
        assertThat(reason(reading().build())).isEmpty();
        assertThat(reason(reading()
                        .setTemperatureC(-60.0)
                        .setCarbonGPerKwh(2000.0)
                        .build()))
                .isEmpty();
    }

    @Test
    void rejectsARecordWithoutAValue() {
        assertThat(rules.rejection("arizona", null, NOW).map(Rejection::reason)).contains(RejectionReason.EMPTY);
    }

    @Test
    void rejectsAKeyThatIsNotTheRegion() {
        var reading = reading().build();
        assertThat(rules.rejection("ireland", reading, NOW).map(Rejection::reason))
                .contains(RejectionReason.KEY_MISMATCH);
        assertThat(rules.rejection(null, reading, NOW).map(Rejection::reason)).contains(RejectionReason.KEY_MISMATCH);
    }

    @Test
    void toleratesAClockThatIsSlightlyAhead() {
        var tolerated = reading().setObservedAt(NOW.plusSeconds(300)).build();
        var ahead = reading().setObservedAt(NOW.plusSeconds(301)).build();
        assertThat(reason(tolerated)).isEmpty();
        assertThat(reason(ahead)).contains(RejectionReason.FUTURE);
    }

    @Test
    void rejectsImpossibleValues() {
        assertThat(reason(reading().setTemperatureC(70.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setTemperatureC(-60.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setItLoadMw(-1.0).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setItLoadMw(10_001.0).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setCarbonGPerKwh(2000.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setWaterLPerKwh(-0.1).build())).contains(RejectionReason.OUT_OF_RANGE);
    }

    @Test
    void rejectsValuesThatAreNotFinite() {
        assertThat(reason(reading().setTemperatureC(Double.NaN).build())).contains(RejectionReason.NOT_FINITE);
        assertThat(reason(reading().setWaterLPerKwh(Double.POSITIVE_INFINITY).build()))
                .contains(RejectionReason.NOT_FINITE);
    }

    @Test
    void rejectsWaterAndPowerThatNoSiteUses() {
        assertThat(reason(reading().setWaterLPerKwh(1e308).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setWaterLPerKwh(1000.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setPue(10.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setPue(0.99).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setPue(1e308).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setFlexibleLoadMw(10_000.1).build())).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(reading().setFlexibleLoadMw(Double.NEGATIVE_INFINITY).build()))
                .contains(RejectionReason.NOT_FINITE);
        assertThat(reason(reading()
                        .setWaterLPerKwh(1000.0)
                        .setPue(10.0)
                        .setFlexibleLoadMw(10_000.0)
                        .build()))
                .isEmpty();
    }

    @Test
    void rejectsInvalidNamesOfRegionsAndFleets() {
        for (String name : List.of("", "  ", "x".repeat(101), "x".repeat(530_000), "a\u001b[31mred", "two\nlines")) {
            assertThat(rules.rejection(name, reading().setRegion(name).build(), NOW)
                            .map(Rejection::reason))
                    .as("region " + name.length())
                    .contains(RejectionReason.NOT_A_NAME);
            assertThat(reason(reading().setFleet(name).build()))
                    .as("fleet " + name.length())
                    .contains(RejectionReason.NOT_A_NAME);
        }
        assertThat(reason(reading().setFleet("x".repeat(100)).build())).isEmpty();
    }

    @Test
    void rejectsTimesTooFarInThePast() {
        assertThat(reason(at(Instant.parse("1999-12-31T23:59:59.999Z")))).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(at(Instant.ofEpochMilli(Long.MIN_VALUE)))).contains(RejectionReason.OUT_OF_RANGE);
        assertThat(reason(at(Instant.ofEpochMilli(Long.MAX_VALUE)))).contains(RejectionReason.FUTURE);
        assertThat(reason(at(Instant.parse("2000-01-01T00:00:00Z")))).isEmpty();
    }

    @Test
    void quotesTheWrongValueShortenedAndEscaped() {
        var huge = reading()
                .setRegion("\u001b]0;title\u0007" + "x".repeat(500_000))
                .build();

        assertThat(rules.rejection("y".repeat(500_000), huge, NOW).orElseThrow().text())
                .hasSizeLessThan(300)
                .doesNotContain("\u001b", "\u0007");
        assertThat(rules.rejection(huge.getRegion(), huge, NOW).orElseThrow().text())
                .hasSizeLessThan(300)
                .doesNotContain("\u001b", "\u0007");
    }

    @Property
    void anyReadingIsEitherAcceptedOrRejectedWithAShortText(
            @ForAll String key, @ForAll String region, @ForAll String fleet, @ForAll long at, @ForAll double figure) {
        var reading = TelemetryReading.newBuilder()
                .setRegion(region)
                .setFleet(fleet)
                .setObservedAt(Instant.ofEpochMilli(at))
                .setTemperatureC(figure)
                .setWaterLPerKwh(figure)
                .build();

        rules.rejection(key, reading, NOW)
                .ifPresent(refused -> assertThat(refused.text()).hasSizeLessThan(1_000));
    }

    private static TelemetryReading at(Instant instant) {
        return reading().setObservedAt(instant).build();
    }

    private Optional<RejectionReason> reason(TelemetryReading reading) {
        return rules.rejection("arizona", reading, NOW).map(Rejection::reason);
    }

    private static TelemetryReading.Builder reading() {
        return TelemetryReading.newBuilder().setRegion("arizona").setObservedAt(NOW);
    }
}
