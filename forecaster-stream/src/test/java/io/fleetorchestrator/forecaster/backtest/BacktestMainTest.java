package io.fleetorchestrator.forecaster.backtest;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestMainTest {

    private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path csv = Path.of("");

    @BeforeAll
    static void trustOurTypes() {
        AvroSerdes.guardAvro();
    }

    @BeforeEach
    void record() throws IOException {
        csv = directory.resolve("weather.csv");
        Files.write(csv, weather(80 * 24));
    }

    @Test
    void printsOneJsonObjectWithEveryFigure() throws IOException {
        int exitCode = run("--train-hours", "720", "--calibrate-hours", "240", "--json");

        then(err.toString(StandardCharsets.UTF_8)).doesNotContain("backtest:");
        then(exitCode).isZero();
        var json = new ObjectMapper().readTree(out.toByteArray());
        then(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "rows",
                        "mae",
                        "maeByHorizon",
                        "maeSeasonalNaive",
                        "maePersistence",
                        "coverage",
                        "coverageHorizonMin",
                        "coverageHorizonMax",
                        "coverageUpper",
                        "coverageUpperHot",
                        "coverageWorst7d",
                        "meanWidth",
                        "winkler",
                        "upperMiss",
                        "missedExceedance",
                        "falseBlock",
                        "seconds",
                        "regions");
        then(json.get("mae").asDouble()).isLessThan(json.get("maeSeasonalNaive").asDouble());
        then(json.get("coverage").asDouble()).isBetween(0.9, 0.99);
        then(json.get("maeByHorizon")).hasSize(24);
        then(json.get("regions").get("harbour").get("rows")).isEqualTo(json.get("rows"));
    }

    @Test
    void isDeterministic() throws IOException {
        run("--train-hours", "720", "--calibrate-hours", "240", "--json");
        var once = withoutSeconds();
        out.reset();
        run("--train-hours", "720", "--calibrate-hours", "240", "--json");

        then(withoutSeconds()).isEqualTo(once);
    }

    @Test
    void writesASelfContainedReport() throws IOException {
        var report = directory.resolve("out.html");

        run("--train-hours", "720", "--calibrate-hours", "240", "--report", report.toString());

        then(Files.readString(report)).contains("harbour").doesNotContain("/*DATA*/", "<link", "src=");
    }

    @Test
    void namesFileLineAndColumnOfAnInvalidCell() throws IOException {
        Files.writeString(csv, "time,region,temperature_c\n2025-01-06T00:00:00Z,harbour,warm\n");

        then(run("--json")).isEqualTo(1);
        then(err.toString(StandardCharsets.UTF_8)).contains("weather.csv:2:", "'warm' is not a number");
    }

    @Test
    void showsTheRemedyIfTheFileIsTooShort() {
        then(run("--train-hours", "2000")).isEqualTo(1);
        then(err.toString(StandardCharsets.UTF_8)).contains("harbour", "lower them");
    }

    @Test
    void requiresAFile() {
        then(new BacktestMain(new PrintStream(out), new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(new String[0], Map.of()))
                .isEqualTo(2);
        then(err.toString(StandardCharsets.UTF_8)).contains("csv");
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(csv);

        then(run("--json")).isEqualTo(1);
        then(err.toString(StandardCharsets.UTF_8)).contains("there is no file '" + csv + "'");
    }

    private int run(String... flags) {
        var all = new ArrayList<String>();
        all.add("--csv");
        all.add(csv.toString());
        all.addAll(List.of(flags));
        return new BacktestMain(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all.toArray(String[]::new), Map.of());
    }

    private JsonNode withoutSeconds() throws IOException {
        var json = (ObjectNode) new ObjectMapper().readTree(out.toByteArray());
        json.remove("seconds");
        return json;
    }

    /** A daily wave, fronts that last for days, and two days without readings. */
    private static List<String> weather(int hours) {
        var lines = new ArrayList<String>();
        var random = new Random(5);
        double front = 0;
        lines.add("time,region,temperature_c");
        for (int at = 0; at < hours; at++) {
            front = 0.97 * front + 0.9 * random.nextGaussian();
            if (at < 1_200 || at >= 1_248) {
                double temperature = 20 + 6 * Math.cos(2 * Math.PI * (at - 15) / 24.0) + front;
                lines.add(START.plusSeconds(at * 3600L) + ",harbour," + temperature);
            }
        }
        return lines;
    }
}
