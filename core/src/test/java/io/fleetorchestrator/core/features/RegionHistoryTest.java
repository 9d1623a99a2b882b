package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.features.Hours.MONDAY;
import static io.fleetorchestrator.core.features.Hours.hour;
import static io.fleetorchestrator.core.features.Measurement.CARBON;
import static io.fleetorchestrator.core.features.Measurement.TEMPERATURE;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.schemas.state.HistoryRows;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RegionHistoryTest {

    @Test
    void hasOnlyHolesAtFirst() {
        var history = RegionHistory.empty();

        then(history.lastHour()).isEqualTo(RegionHistory.NO_HOUR);
        then(history.at(TEMPERATURE, 0)).isNaN();
    }

    @Test
    void countsBackFromTheLastClosedHour() {
        var history = Hours.history(300, at -> at);

        then(history.lastHour()).isEqualTo(MONDAY + 299);
        then(history.at(TEMPERATURE, 0)).isEqualTo(299);
        then(history.at(TEMPERATURE, 191)).isEqualTo(108);
        then(history.at(TEMPERATURE, 192)).isNaN();
        then(history.at(TEMPERATURE, -1)).isNaN();
        then(history.at(CARBON, 0)).isNaN();
    }

    @Test
    void skippedHoursBecomeHoles() {
        var history = Hours.history(10, at -> at);

        history.add(hour(MONDAY + 13, 13));

        then(history.at(TEMPERATURE, 0)).isEqualTo(13);
        then(history.at(TEMPERATURE, 1)).isNaN();
        then(history.at(TEMPERATURE, 3)).isNaN();
        then(history.at(TEMPERATURE, 4)).isEqualTo(9);
    }

    @Test
    void aLongSilenceLeavesOnlyHoles() {
        var history = Hours.history(400, at -> at);

        history.add(hour(MONDAY + 5_000, 1));

        then(history.at(TEMPERATURE, 0)).isEqualTo(1);
        for (int back = 1; back < RegionHistory.HOURS; back++) {
            then(history.at(TEMPERATURE, back)).isNaN();
        }
    }

    @Test
    void rejectsAnEarlierHour() {
        var history = Hours.history(10, at -> at);

        thenThrownBy(() -> history.add(hour(MONDAY + 9, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not after the last closed hour");
    }

    @Property
    void survivesWritingAndReading(@ForAll @Size(min = 1, max = 300) List<@IntRange(min = 1, max = 40) Integer> steps) {
        var history = RegionHistory.empty();
        long at = MONDAY;
        for (int step : steps) {
            at += step;
            history.add(hour(at, step));
        }
        var read = RegionHistory.of(history.toState());
        then(read.lastHour()).isEqualTo(at);
        for (int back = 0; back < RegionHistory.HOURS; back++) {
            then(Double.valueOf(read.at(TEMPERATURE, back))).isEqualTo(Double.valueOf(history.at(TEMPERATURE, back)));
        }
    }

    @Test
    void findsItsColumnsByName() {
        // given a history of a release that kept fewer hours and quantities, in another order
        var values = ByteBuffer.allocate(3 * 2 * Float.BYTES);
        values.asFloatBuffer().put(new float[] {30, 3, 10, 1, 20, 2});
        long lastHour = 3 * MONDAY + 2;

        var read = RegionHistory.of(new HistoryRows(lastHour, 3, List.of("SNOW", "TEMPERATURE"), values));

        then(read.lastHour()).isEqualTo(lastHour);
        then(read.at(TEMPERATURE, 0)).isEqualTo(2);
        then(read.at(TEMPERATURE, 1)).isEqualTo(1);
        then(read.at(TEMPERATURE, 2)).isEqualTo(3);
        then(read.at(TEMPERATURE, 3)).isNaN();
        then(read.at(CARBON, 0)).isNaN();
    }

    @Test
    void rejectsRowsThatDoNotFitTheirColumns() {
        var values = ByteBuffer.allocate(5 * Float.BYTES);

        thenThrownBy(() -> RegionHistory.of(new HistoryRows(MONDAY, 3, List.of("TEMPERATURE", "CARBON"), values)))
                .hasMessageContaining("3 rows and 2 columns has 5 values");
    }
}
