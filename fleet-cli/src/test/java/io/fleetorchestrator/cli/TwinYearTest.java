package io.fleetorchestrator.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.forecaster.backtest.BacktestMain;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated year through the backtest: the one-sided bound must keep its confidence, because workloads are placed by
 * it. {@code -Dtwin.csv=FILE} keeps the year for {@code fleet backtest}.
 */
class TwinYearTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(30);
    private static final long SEED = 42;

    @TempDir
    private Path directory;

    @BeforeAll
    static void trustOurTypes() {
        AvroSerdes.guardAvro();
    }

    @Test
    void keepsTheOneSidedConfidenceInEveryRegionOverAYear() throws IOException {
        var csv = record(Path.of(System.getProperty(
                "twin.csv", directory.resolve("twin-year.csv").toString())));

        var regions = backtest(csv).get("regions");

        then(regions).hasSize(3);
        regions.properties()
                .forEach(region -> then(region.getValue().get("coverageUpper").asDouble())
                        .as(region.getKey())
                        .isCloseTo(0.95, within(0.01)));
    }

    private static JsonNode backtest(Path csv) throws IOException {
        var out = new ByteArrayOutputStream();
        int exitCode = new BacktestMain(new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(new String[] {"--csv", csv.toString(), "--json"}, Map.of());
        then(exitCode).isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static Path record(Path csv) throws IOException {
        try (var lines = Files.newBufferedWriter(csv)) {
            lines.write("time,region,temperature_c,it_load_mw,relative_humidity_pct,wind_speed_mps\n");
            for (var fleet : RegionsFile.shipped()) {
                for (var region : fleet.regions()) {
                    var twin = new RegionTwin(SEED, fleet.fleet(), region);
                    for (var at = START; at.isBefore(START.plus(YEAR)); at = at.plus(BETWEEN_READINGS)) {
                        lines.write(line(twin.at(at, 0)));
                    }
                }
            }
        }
        return csv;
    }

    private static String line(TelemetryReading reading) {
        return reading.getObservedAt() + "," + reading.getRegion() + "," + reading.getTemperatureC() + ","
                + reading.getItLoadMw() + "," + reading.getRelativeHumidityPct() + "," + reading.getWindSpeedMps()
                + "\n";
    }
}
