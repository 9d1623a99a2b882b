package io.fleetorchestrator.core.replay;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingCsvTest {

    private static final String HEADER = "time,region,temperature_c,it_load_mw";

    private final ReadingCsv csv = ReadingCsv.withHeader("a.csv", HEADER);

    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String region,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @Size(8) List<@WithNull(0.2) @DoubleRange(min = -1e9, max = 1e9) Double> values) {
        var written = reading(region, Instant.ofEpochSecond(second), values);

        var again = ReadingCsv.withHeader("twin.csv", ReadingCsv.HEADER).parse(2, ReadingCsv.line(written));

        then(again).isEqualTo(written);
    }

    private static TelemetryReading reading(String region, Instant at, List<@Nullable Double> values) {
        return TelemetryReading.newBuilder()
                .setFleet("global")
                .setRegion(region)
                .setObservedAt(at)
                .setTemperatureC(values.get(0))
                .setItLoadMw(values.get(1))
                .setCarbonGPerKwh(values.get(2))
                .setWaterLPerKwh(values.get(3))
                .setRelativeHumidityPct(values.get(4))
                .setWindSpeedMps(values.get(5))
                .setFlexibleLoadMw(Objects.requireNonNullElse(values.get(6), 0.0))
                .setPue(values.get(7))
                .build();
    }

    @Test
    void readsBlanksAsHoles() {
        var reading = csv.parse(2, "2026-01-01T00:00:00Z,hot,,55.5");

        then(reading.getTemperatureC()).isNull();
        then(reading.getItLoadMw()).isEqualTo(55.5);
        then(reading.getCarbonGPerKwh()).isNull();
    }

    @Test
    void readsQuotedCellsAndAByteOrderMark() {
        var quoted = ReadingCsv.withHeader("a.csv", "\ufeff\"time\",region,\"temperature_c\"");

        var reading = quoted.parse(2, "\"2026-01-01T00:00:00Z\",\"hall 1, north\",\"24.5\"");

        then(reading.getRegion()).isEqualTo("hall 1, north");
        then(reading.getTemperatureC()).isEqualTo(24.5);
    }

    @Test
    void namesTheColumnBehindQuotedCells() {
        thenThrownBy(() -> csv.parse(7, "2026-01-01T00:00:00Z,\"hall \"\"1\"\"\",warm,55.5"))
                .hasMessage("a.csv:7:35: 'warm' is not a number");
        thenThrownBy(() -> csv.parse(8, "2026-01-01T00:00:00Z,\"hot,1,2"))
                .hasMessageStartingWith("a.csv:8:1: ")
                .hasMessageEndingWith("check its quotes");
    }

    @Test
    void namesThePositionAndTheValueThatItCannotRead() {
        thenThrownBy(() -> csv.parse(7, "2026-01-01T00:00:00Z,hot,warm,55.5"))
                .isInstanceOf(BadRowException.class)
                .hasMessage("a.csv:7:26: 'warm' is not a number");
        thenThrownBy(() -> csv.parse(8, "yesterday,hot,1,2"))
                .hasMessage("a.csv:8:1: 'yesterday' is not a time; write it like 2026-01-31T12:00:00Z");
        thenThrownBy(() -> csv.parse(9, "2026-01-01T00:00:00Z,hot,NaN,2"))
                .hasMessage("a.csv:9:26: 'NaN' is not a number");
        thenThrownBy(() -> csv.parse(10, "2026-01-01T00:00:00Z,,1,2")).hasMessage("a.csv:10:22: '' is not a region");
        thenThrownBy(() -> csv.parse(11, "2026-01-01T00:00:00Z,hot"))
                .hasMessage("a.csv:11:1: '2026-01-01T00:00:00Z,hot' has 2 cells, the header 4");
    }

    @Test
    void rejectsUnknownColumns() {
        thenThrownBy(() -> ReadingCsv.withHeader("a.csv", "time,region,temp"))
                .hasMessageStartingWith("a.csv:1:13: 'temp' is not a column; columns are time,region,");
        thenThrownBy(() -> ReadingCsv.withHeader("a.csv", "time,temperature_c"))
                .hasMessage("a.csv:1:1: column 'region' is missing");
    }
}
