package io.fleetorchestrator.producer.replay;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourceTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Path north;
    private Path south;

    @BeforeEach
    void record() throws IOException {
        north = directory.resolve("north.csv");
        Files.writeString(north, """
                time,region,temperature_c
                2026-01-01T00:00:00Z,north,1
                2026-01-01T02:00:00Z,north,3
                2026-01-01T04:00:00Z,north,5
                """);
        south = directory.resolve("south.csv.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(south)), StandardCharsets.UTF_8)) {
            out.write("region,time,temperature_c\nsouth,2026-01-01T01:00:00Z,2\nsouth,2026-01-01T02:00:00Z,\n");
        }
    }

    @Test
    void mergesFilesByTime() {
        var readings = play(source(Map.of(), 1));

        then(readings)
                .extracting(TelemetryReading::getRegion)
                .containsExactly("north", "south", "north", "south", "north");
        then(readings).extracting(TelemetryReading::getTemperatureC).containsExactly(1.0, 2.0, 3.0, null, 5.0);
        then(readings)
                .extracting(TelemetryReading::getFleet)
                .containsExactly("poles", "global", "poles", "global", "poles");
    }

    @Test
    void skipsReadingsThatAnEarlierRunPublished() {
        var readings = play(source(Map.of("north", Instant.parse("2026-01-01T02:00:00Z")), 1));

        then(readings).extracting(TelemetryReading::getRegion).containsExactly("south", "south", "north");
    }

    @Test
    void runsAtAMultipleOfRealTime() {
        try (var source = source(Map.of(), 3600)) {
            var first = source.next(NOW).orElseThrow();
            source.readings(first);
            var second = source.next(NOW.plusMillis(7)).orElseThrow();

            then(first.phase()).isEqualTo(Phase.CATCH_UP);
            then(first.due()).isEqualTo(NOW);
            then(second.due()).isEqualTo(NOW.plusMillis(7).plusSeconds(1));
        }
    }

    @Test
    void givesItsStartAndRegions() {
        var extent = ReplaySource.extent(List.of(north, south));

        then(extent.start()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        then(extent.regions()).containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void stopsAtABadRowOrSkipsIt() throws IOException {
        Files.writeString(
                north, "time,region,temperature_c\n2026-01-01T00:00:00Z,north,hot\n2026-01-01T01:00:00Z,north,1\n");
        var skipped = new ArrayList<BadRowException>();

        thenThrownBy(() -> new ReplaySource(List.of(north), Map.of(), Map.of(), 1, ReplaySourceTest::refuse))
                .hasMessage(north + ":2:28: 'hot' is not a number");
        then(play(new ReplaySource(List.of(north), Map.of(), Map.of(), 1, skipped::add)))
                .hasSize(1);
        then(skipped).hasSize(1);
    }

    @Test
    void readsQuotedCellsWindowsLineEndsAndAByteOrderMark() throws IOException {
        var lines = List.of(
                "\ufeff\"time\",\"region\",\"temperature_c\"",
                "\"2026-01-01T00:00:00Z\",\"hall 1, north\",\"1\"",
                "2026-01-01T02:00:00Z,\"hall 1, north\",3");
        Files.writeString(north, String.join("\r\n", lines));

        var readings = play(source(Map.of(), 1));

        then(readings)
                .filteredOn(reading -> reading.getRegion().equals("hall 1, north"))
                .extracting(TelemetryReading::getTemperatureC)
                .containsExactly(1.0, 3.0);
    }

    @Test
    void readsTracesWithQuotesAndWindowsLineEnds() throws IOException {
        var trace = directory.resolve("quoted.csv");
        Files.writeString(trace, "\ufeff\"arrival_h\",duration_h,cpus\r\n\"0.5\",0.75,4\r\n");

        then(TraceFile.read(trace))
                .singleElement()
                .satisfies(job -> then(job.arrivalH()).isEqualTo(0.5));
    }

    @Test
    void readsTraces() throws IOException {
        var trace = directory.resolve("trace.csv");
        Files.writeString(trace, "arrival_h,duration_h,cpus\n0.0,0.75,4\n1.5,x,4\n");

        thenThrownBy(() -> TraceFile.read(trace)).hasMessageStartingWith(trace + ":3: '1.5,x,4'");
        Files.writeString(trace, "arrival_h,duration_h,cpus\n0.0,0.75,4\n");
        then(TraceFile.read(trace))
                .hasSize(1)
                .first()
                .satisfies(job -> then(job.cpus()).isEqualTo(4));
    }

    private static void refuse(BadRowException e) {
        throw e;
    }

    private ReplaySource source(Map<String, Instant> publishedUntil, double speed) {
        return new ReplaySource(
                List.of(north, south), Map.of("north", "poles"), publishedUntil, speed, ReplaySourceTest::refuse);
    }

    private static List<TelemetryReading> play(ReplaySource source) {
        var readings = new ArrayList<TelemetryReading>();
        try (source) {
            for (var tick = source.next(NOW); tick.isPresent(); tick = source.next(NOW)) {
                readings.addAll(source.readings(tick.get()));
            }
        }
        return readings;
    }
}
