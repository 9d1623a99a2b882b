package io.fleetorchestrator.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares all quantiles with those of an independent implementation, after each of 2,000 hours per horizon. */
class GoldenVectorsTest {

    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 24})
    void agreesWithTheSharedVectorsAtEveryHour(int horizon) throws IOException {
        // given
        Path vectors = shared();
        assumeTrue(Files.isDirectory(vectors), "no golden vectors at " + vectors + ": set -Dfleet.shared.data=DIR");
        String name = "hodp_santa_clara_h" + horizon;
        var calibrator = ConformalCalibrator.from(seed(vectors.resolve(name + "_init.json")), Confidence.DEFAULT);

        // when
        int rows = follow(calibrator, horizon, Files.readAllLines(vectors.resolve(name + ".csv")));

        // then
        assertThat(rows).isEqualTo(2000);
    }

    @Test
    void agreesWithStepsDoneByHand() {
        // given q = 2, m = 1, σ = 1 at every hour of day
        var sigma = Collections.nCopies(24, 1.0);
        var calibrator = ConformalCalibrator.from(new Seed(672, 2, 2, 2, 1, sigma), Confidence.DEFAULT);
        var issued = calibrator.margins(6);

        // when a miss above by 1: s = 3, m = 1 + 2/672, σ = 0.95 + 0.15
        calibrator.learn(6, 3, issued);

        // then
        double step = 0.05 * (1 + 2.0 / 672);
        var margins = calibrator.margins(6);
        assertThat(margins.upper()).isCloseTo(1.1 * (2 + 0.975 * step), within(1e-6));
        assertThat(margins.lower()).isCloseTo(1.1 * (2 - 0.025 * step), within(1e-6));
        assertThat(margins.upperOneSided()).isCloseTo(1.1 * (2 + 0.95 * step), within(1e-6));
        assertThat(calibrator.margins(7).upper()).isCloseTo(2 + 0.975 * step, within(1e-6));
    }

    private static int follow(ConformalCalibrator calibrator, int horizon, List<String> lines) {
        var issued = new ArrayDeque<Margins>();
        for (String line : lines.subList(1, lines.size())) {
            double[] row = Arrays.stream(line.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int slot = (int) row[1];
            // The first forecasts were issued before the vectors begin, with unknown margins.
            var margins = issued.size() < horizon ? Margins.NONE : issued.removeFirst();
            calibrator.learn(slot, row[2] - row[3], margins);
            assertQuantiles(calibrator, slot, row);
            issued.addLast(calibrator.margins((slot + horizon) % 24));
        }
        return lines.size() - 1;
    }

    private static void assertQuantiles(ConformalCalibrator calibrator, int slot, double[] row) {
        double sigma = row[9];
        var margins = calibrator.margins(slot);
        assertThat(margins.lower()).as("t = %s", row[0]).isCloseTo(row[6] * sigma, within(TOLERANCE));
        assertThat(margins.upper()).as("t = %s", row[0]).isCloseTo(row[7] * sigma, within(TOLERANCE));
        assertThat(margins.upperOneSided()).as("t = %s", row[0]).isCloseTo(row[8] * sigma, within(TOLERANCE));
    }

    private static Seed seed(Path json) throws IOException {
        String text = Files.readString(json);
        String quantiles = text.substring(text.indexOf("\"q\""));
        List<Double> sigma = Stream.of(text.substring(text.indexOf("\"sigma\""))
                        .split("[\\[\\]]", -1)[1]
                        .split(",", -1))
                .map(Double::valueOf)
                .toList();
        return new Seed(
                672,
                number(quantiles, "lo"),
                number(quantiles, "up"),
                number(quantiles, "up1"),
                number(text, "m"),
                sigma);
    }

    private static double number(String json, String key) {
        var found = Pattern.compile('"' + key + "\": ([0-9.e-]+)").matcher(json);
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static Path shared() {
        String told = System.getProperty("fleet.shared.data");
        return Path.of(Objects.requireNonNullElse(told, "../../shared/data")).resolve("conformal-golden");
    }
}
