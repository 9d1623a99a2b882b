package io.fleetorchestrator.producer.twin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RegionTwinTest {

    private static final Instant NOON = Instant.parse("2025-07-01T19:00:00Z");
    private static final List<RegionModel> MODELS = SomeFleet.FLEET.regions();

    /** From 1970 to 2100. */
    private static final long LAST_SECOND = 4_102_444_800L;

    @Property(tries = 300)
    void staysWithinTheRangeOfSensors(
            @ForAll long seed, @ForAll @LongRange(max = LAST_SECOND) long second, @ForAll boolean mild) {
        var reading = twin(seed, mild).at(Instant.ofEpochSecond(second), 40);

        then(reading.getTemperatureC()).isBetween(-60.0, 70.0);
        then(reading.getItLoadMw()).isBetween(0.0, 110.0);
        then(reading.getCarbonGPerKwh()).isBetween(0.0, 2000.0);
        then(reading.getWaterLPerKwh()).isBetween(0.0, 4.0);
        then(reading.getPue()).isBetween(1.0, 2.0);
        then(reading.getRelativeHumidityPct()).isBetween(0.0, 100.0);
        then(reading.getWindSpeedMps()).isBetween(0.0, 40.0);
    }

    @Property(tries = 20)
    void givesTheSameReadingInAnyOrder(@ForAll long seed, @ForAll @LongRange(max = LAST_SECOND) long second) {
        // given: three weeks, which span more than one block of noise
        var instants = new ArrayList<>(LongStream.range(0, 3 * 7 * 24)
                .mapToObj(i -> Instant.ofEpochSecond(second + i * 3571))
                .toList());
        var inOrder = readings(twin(seed, false), instants);

        // when
        Collections.shuffle(instants, new Random(seed));
        var shuffled = readings(twin(seed, false), instants);

        // then
        then(shuffled).isEqualTo(inOrder);
    }

    @Test
    void changesSmoothlyFromMinuteToMinute() {
        var twin = twin(1, false);

        for (int minute = 1; minute < 3 * 24 * 60; minute++) {
            double before =
                    twin.at(NOON.plus(Duration.ofMinutes(minute - 1)), 0).getTemperatureC();
            double after = twin.at(NOON.plus(Duration.ofMinutes(minute)), 0).getTemperatureC();
            // a degree is far beyond the noise of the sensor and the steepest morning
            then(after).isCloseTo(before, within(1.0));
        }
    }

    @Test
    void isHeatedByPlacedLoadInProportion() {
        double idle = twin(1, false).at(NOON, 0).getTemperatureC();
        double busy = twin(1, false).at(NOON, 10).getTemperatureC();

        then(busy - idle).isCloseTo(5.0 * 10 / 100, within(0.0015));
    }

    @Test
    void differsFromSeedToSeed() {
        then(twin(1, false).at(NOON, 0)).isNotEqualTo(twin(2, false).at(NOON, 0));
    }

    private static RegionTwin twin(long seed, boolean mild) {
        return new RegionTwin(seed, "some", MODELS.get(mild ? 1 : 0));
    }

    private static Map<Instant, TelemetryReading> readings(RegionTwin twin, List<Instant> instants) {
        var readings = new HashMap<Instant, TelemetryReading>();
        instants.forEach(instant -> readings.put(instant, twin.at(instant, 0)));
        return readings;
    }
}
