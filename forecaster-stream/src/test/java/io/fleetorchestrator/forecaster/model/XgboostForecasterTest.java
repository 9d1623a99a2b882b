package io.fleetorchestrator.forecaster.model;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.PointForecasterContract;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class XgboostForecasterTest extends PointForecasterContract {

    /** Far above the reserve of allocators, far below 200,000 leaked rows. */
    private static final long TOLERATED_GROWTH_KB = 16 * 1024;

    private XgboostForecaster model;

    @BeforeEach
    void grow() {
        model = Grown.forecaster();
    }

    @Override
    protected PointForecaster forecaster() {
        return model;
    }

    @Test
    void forecastsNothingBeyondItsHorizons() {
        then(forecast(history(192, -1), 30)).endsWith(Double.NaN, Double.NaN).hasSize(30);
    }

    @Test
    void usesAnEarlierDayIfYesterdayHasAHole() {
        then(forecast(history(192, 175), 24)).doesNotContain(Double.NaN);
    }

    @Test
    void rejectsAModelWithUnknownColumns() {
        var artifact = ModelArtifact.newBuilder()
                .setSignal(Signal.TEMPERATURE)
                .setModelId("temperature-old")
                .setTrainedAt(Instant.EPOCH)
                .setFeatureNames(List.of("moon_phase"))
                .setFeatureSchemaHash("0123456789abcdef")
                .setBoosters(List.of())
                .setCalibrationSeeds(List.of())
                .setEvaluation(new ModelEvaluation(1L, 1L, 1L, 1.0, 1.0, 1.0, null, null, null))
                .build();

        thenThrownBy(() -> XgboostForecaster.load(artifact))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("temperature-old")
                .hasMessageContaining("train it again");
    }

    @Test
    void fitsTheSameTreesAgain() {
        try (var once = Grown.trees(1_000);
                var again = Grown.trees(1_000)) {
            then(once.toBytes()).isEqualTo(again.toBytes());
        }
    }

    @Test
    void learnsFromTheData() {
        var unseen = Grown.samples(500, 3);
        try (var trees = Grown.trees(2_000)) {
            float[] predicted = trees.predict(unseen.features());
            double error = 0;
            for (int row = 0; row < unseen.size(); row++) {
                error += Math.abs(predicted[row] - unseen.labels()[row]) / unseen.size();
            }
            then(error).isLessThan(0.08);
        }
    }

    /** 200,000 rows of predictions in 8,334 forecasts of a day, while models are loaded. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotLeakNativeMemory() throws IOException {
        var history = history(192, -1);
        var out = new double[24];
        soak(history, out, 4_000);
        long before = residentKb();

        soak(history, out, 200_000 / 24 + 1);

        then(residentKb() - before).isLessThan(TOLERATED_GROWTH_KB);
    }

    private void soak(RegionHistory history, double[] out, int forecasts) {
        for (int i = 0; i < forecasts; i++) {
            model.forecast(new ForecastInput(history), out);
            if (i % 500 == 0) {
                Grown.forecaster();
            }
        }
    }

    private static long residentKb() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
