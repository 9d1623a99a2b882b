package io.fleetorchestrator.core.time;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EpochHoursTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Property
    void everyInstantIsInTheHourOfItsFloor(@ForAll long millis) {
        var instant = Instant.ofEpochMilli(millis);
        long hour = EpochHours.floor(instant);

        then(hour).isEqualTo(Math.floorDiv(millis, 3_600_000L));
        then(Duration.between(instant.minus(HOUR), hourStart(hour)))
                .isPositive()
                .isLessThanOrEqualTo(HOUR);
    }

    @Property
    void millisecondsAreInTheSameHourAsTheirInstant(@ForAll long millis) {
        then(EpochHours.floor(millis)).isEqualTo(EpochHours.floor(Instant.ofEpochMilli(millis)));
    }

    @Property
    void theHourOfDayIsThatOfTheCalendarInUtc(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int hour) {
        then(EpochHours.hourOfDay(hour)).isEqualTo(hourStart(hour).atZone(UTC).getHour());
    }

    @Property
    void anHourEndsWhereTheNextOneStarts(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int hour) {
        then(EpochHours.end(hour)).isEqualTo(hourStart(hour + 1));
        then(EpochHours.startMillis(hour)).isEqualTo(hourStart(hour).toEpochMilli());
    }

    @Test
    void aForecastOfADayAheadCoversOneDayAndOneHourMoreCoversTwo() {
        then(EpochHours.daysCovering(1)).isEqualTo(1);
        then(EpochHours.daysCovering(24)).isEqualTo(1);
        then(EpochHours.daysCovering(25)).isEqualTo(2);
    }

    @Property
    void noHourStartsBetweenAnInstantAndItsCeiling(@ForAll long millis) {
        var instant = Instant.ofEpochMilli(millis);

        then(Duration.between(instant, hourStart(EpochHours.ceil(instant))))
                .isGreaterThanOrEqualTo(Duration.ZERO)
                .isLessThan(HOUR);
    }

    @Property
    void startsAreInOrderAndCanBeWrittenInMilliseconds(@ForAll long hour) {
        var start = EpochHours.start(hour);

        then(Instant.ofEpochMilli(start.toEpochMilli())).isEqualTo(start);
        then(EpochHours.start(hour == Long.MAX_VALUE ? hour : hour + 1)).isAfterOrEqualTo(start);
    }

    @Property
    void anHourContainsItsStart(@ForAll int hour) {
        then(EpochHours.floor(EpochHours.start(hour))).isEqualTo(hour);
        then(EpochHours.ceil(EpochHours.start(hour))).isEqualTo(hour);
    }

    @Test
    void theLastMillisecondDoesNotOverflow() {
        then(EpochHours.ceil(Instant.ofEpochMilli(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE / 3_600_000 + 1);
        then(EpochHours.ceil(Instant.ofEpochMilli(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE / 3_600_000);
        then(EpochHours.ceil(Instant.MAX)).isPositive();
        then(EpochHours.floor(Instant.MIN)).isNegative();
    }

    /** Without the limits of milliseconds. */
    private static Instant hourStart(long hour) {
        return Instant.ofEpochSecond(hour * 3600);
    }
}
