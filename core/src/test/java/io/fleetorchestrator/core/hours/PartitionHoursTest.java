package io.fleetorchestrator.core.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.hours.HourEvent.Closed;
import io.fleetorchestrator.core.hours.HourEvent.FellSilent;
import io.fleetorchestrator.core.hours.HourEvent.Resumed;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartitionHoursTest {

    private static final HourRules RULES = new HourRules(Duration.ofMinutes(10), Duration.ofHours(2));

    private final MapStore store = new MapStore();
    private final PartitionHours hours = new PartitionHours(RULES, store);

    @Test
    void closesAnHourOnceItsGraceIsOver() {
        assertThat(add("arizona", "10:15", 20)).isEmpty();
        assertThat(add("arizona", "10:45", 30)).isEmpty();
        assertThat(add("arizona", "11:09", 99)).isEmpty();

        // when
        var events = add("arizona", "11:10", 98);

        // then
        assertThat(events).singleElement().isInstanceOfSatisfying(Closed.class, closed -> {
            assertThat(closed.hour().getHourStart()).isEqualTo(at("10:00"));
            assertThat(closed.hour().getReadings()).isEqualTo(2);
            assertThat(closed.hour().getTemperatureC()).isCloseTo(25, within(1e-9));
            assertThat(closed.hour().getTemperatureMaxC()).isEqualTo(30);
            assertThat(closed.hour().getItLoadMw()).isNull();
        });
    }

    @Test
    void acceptsReadingsInAnyOrderWithinTheGrace() {
        // given
        add("arizona", "11:05", 50);

        // when
        add("arizona", "10:59", 20);
        var events = add("arizona", "11:20", 50);

        // then
        assertThat(closed(events)).extracting(HourlyFeatures::getReadings).containsExactly(1);
    }

    @Test
    void rejectsAReadingWhoseHourHasClosed() {
        // given
        add("arizona", "10:30", 20);
        add("arizona", "11:10", 20);

        // then
        assertThat(accept("arizona", "10:59"))
                .isEqualTo(new ReadingResult.Late("the hour of 2026-07-01T10:59:00Z has closed"));
        assertThat(accept("arizona", "11:00")).isInstanceOf(ReadingResult.Accepted.class);
        assertThat(accept("ireland", "10:59")).isInstanceOf(ReadingResult.Accepted.class);
    }

    @Test
    void rejectsAReadingOfAnHourThatWasAHole() {
        // given nothing of 10 and 11 o'clock
        add("arizona", "09:30", 20);
        add("arizona", "12:30", 20);

        // then
        assertThat(accept("arizona", "11:10")).isInstanceOf(ReadingResult.Late.class);
    }

    @Test
    void countsAReadingSentTwiceOnce() {
        // given
        add("arizona", "10:15", 20);

        // then
        assertThat(accept("arizona", "10:15")).isEqualTo(new ReadingResult.Duplicate());
        assertThat(accept("arizona", "10:16")).isInstanceOf(ReadingResult.Accepted.class);
        assertThat(accept("ireland", "10:15")).isInstanceOf(ReadingResult.Accepted.class);
    }

    @Test
    void leavesAHoleForAnHourWithoutReadings() {
        // given
        add("arizona", "09:30", 20);

        // when
        var events = new ArrayList<>(add("arizona", "12:30", 20));
        events.addAll(add("arizona", "13:10", 20));

        // then
        assertThat(closed(events)).extracting(HourlyFeatures::getHourStart).containsExactly(at("09:00"), at("12:00"));
    }

    @Test
    void closesTheHourOfAnIdleRegionByReadingsOfOtherRegions() {
        // given
        add("arizona", "10:30", 20);

        // when
        assertThat(closed(add("ireland", "11:09", 9))).isEmpty();
        var events = add("ireland", "11:10", 9);

        // then
        assertThat(closed(events)).extracting(HourlyFeatures::getRegion).containsExactly("arizona");
    }

    @Test
    void doesNotCloseHoursOfARegionThatIsCatchingUp() {
        // given a region that catches up with days of history while another region is up to date
        add("ireland", "20:00", 9);

        // when
        var events = new ArrayList<HourEvent>();
        for (String minute : List.of("10:00", "10:20", "10:40", "11:00", "11:20")) {
            events.addAll(add("arizona", minute, 20));
            events.addAll(add("ireland", "20:01", 9));
        }

        // then
        assertThat(closed(events)).singleElement().satisfies(hour -> {
            assertThat(hour.getRegion()).isEqualTo("arizona");
            assertThat(hour.getReadings()).isEqualTo(3);
        });
    }

    @Test
    void reportsOnceThatARegionFellSilentAndOnceThatItResumed() {
        // given
        add("arizona", "10:30", 20);
        add("ireland", "10:30", 9);

        // when
        var events = new ArrayList<HourEvent>();
        for (int minute = 31; minute < 240; minute++) {
            events.addAll(add("ireland", at("10:00").plusSeconds(minute * 60L), 9));
        }
        events.addAll(add("arizona", "14:01", 20));
        events.addAll(add("arizona", "14:02", 20));

        // then
        assertThat(events)
                .filteredOn(FellSilent.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.region()).isEqualTo("arizona");
                    assertThat(((FellSilent) event).at()).isEqualTo(at("12:30"));
                });
        assertThat(events)
                .filteredOn(Resumed.class::isInstance)
                .extracting(HourEvent::region)
                .containsExactly("arizona");
    }

    @Test
    void closesHoursByTheWallClockIfNoReadingsArrive() {
        // given
        add("arizona", "10:30", 20);

        // when
        var events = hours.passSilence(at("12:30"));

        // then
        assertThat(closed(events)).hasSize(1);
        assertThat(events).hasAtLeastOneElementOfType(FellSilent.class);
        assertThat(hours.passSilence(at("13:00"))).isEmpty();
    }

    @Property(tries = 50)
    void continuesFromItsBytesWithoutADifference(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -20, max = 30) Integer> steps,
            @ForAll @IntRange(min = 1, max = 20) int restartEvery) {
        // given
        var steady = new PartitionHours(RULES, new MapStore());
        var kept = new MapStore();
        var restarted = new PartitionHours(RULES, kept);
        var now = at("10:00");

        for (int i = 0; i < steps.size(); i++) {
            // when
            now = now.plusSeconds(steps.get(i) * 60L);
            if (i % restartEvery == 0) {
                kept = kept.copy();
                restarted = new PartitionHours(RULES, kept);
            }
            var reading = reading(i % 3 == 0 ? "ireland" : "arizona", now, i);

            // then
            var result = restarted.accept(reading);
            if (steady.accept(reading) instanceof ReadingResult.Accepted counted) {
                assertThat(result)
                        .isInstanceOfSatisfying(
                                ReadingResult.Accepted.class,
                                same -> assertThat(same.events())
                                        .containsExactlyInAnyOrderElementsOf(counted.events()));
            } else {
                assertThat(result).isNotInstanceOf(ReadingResult.Accepted.class);
            }
        }
    }

    private List<HourEvent> add(String region, String time, double temperature) {
        return add(region, at(time), temperature);
    }

    private List<HourEvent> add(String region, Instant time, double temperature) {
        return hours.accept(reading(region, time, temperature)) instanceof ReadingResult.Accepted counted
                ? counted.events()
                : List.of();
    }

    private ReadingResult accept(String region, String time) {
        return hours.accept(reading(region, time, 20));
    }

    private static List<HourlyFeatures> closed(List<HourEvent> events) {
        return events.stream()
                .filter(Closed.class::isInstance)
                .map(event -> ((Closed) event).hour())
                .toList();
    }

    private static TelemetryReading reading(String region, String time, double temperature) {
        return reading(region, at(time), temperature);
    }

    private static TelemetryReading reading(String region, Instant time, double temperature) {
        return TelemetryReading.newBuilder()
                .setRegion(region)
                .setObservedAt(time)
                .setTemperatureC(temperature)
                .build();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-07-01T" + time + ":00Z");
    }

    private static final class MapStore implements RegionHoursStore {

        private final TreeMap<String, RegionHours> byRegion = new TreeMap<>();

        @Override
        public @Nullable RegionHours find(String region) {
            return byRegion.get(region);
        }

        @Override
        public void put(String region, RegionHours hours) {
            byRegion.put(region, hours);
        }

        @Override
        public Collection<RegionHours> all() {
            return byRegion.values();
        }

        MapStore copy() {
            var copy = new MapStore();
            byRegion.forEach((region, hours) -> copy.put(region, RegionHours.of(hours.toState())));
            return copy;
        }
    }
}
