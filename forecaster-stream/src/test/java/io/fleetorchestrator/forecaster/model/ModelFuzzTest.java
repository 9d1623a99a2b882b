package io.fleetorchestrator.forecaster.model;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.calibration.Seed;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.schemas.contract.Booster;
import io.fleetorchestrator.schemas.contract.LinearPart;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.PoisonRecordException;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.fuzz.Surface;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model comes from a topic: it is rejected with a reason, or it can be used for forecasts. */
class ModelFuzzTest {

    private static final String TOPIC = Topics.FORECAST_MODELS.name(Topics.DEFAULT_PREFIX);

    private static final int HORIZONS = 2;

    private final AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, "mock://models"));
    private final RegionHistory history = history();

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void modelsAreUsedOrRejected() {
        Surface.fuzz("models", List.of(bytes(artifact())), input -> {
            try {
                var artifact = read(input);
                CalibrationSeeds.of(artifact.getCalibrationSeeds());
                thenForecasts(XgboostForecaster.load(artifact));
                return Optional.empty();
            } catch (PoisonRecordException | IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private void thenForecasts(XgboostForecaster model) {
        var out = new double[HORIZONS + 1];
        model.forecast(new ForecastInput(history), out);
        then(Arrays.stream(out).filter(Double::isInfinite)).isEmpty();
    }

    private ModelArtifact read(byte[] input) {
        return serdes.valueSerde(Topics.FORECAST_MODELS).deserializer().deserialize(TOPIC, input);
    }

    private byte[] bytes(ModelArtifact artifact) {
        return serdes.valueSerde(Topics.FORECAST_MODELS).serializer().serialize(TOPIC, artifact);
    }

    private static ModelArtifact artifact() {
        return ModelArtifact.newBuilder()
                .setSignal(Signal.TEMPERATURE)
                .setModelId("temperature-1")
                .setTrainedAt(Instant.EPOCH)
                .setFeatureNames(Grown.SCHEMA.names())
                .setFeatureSchemaHash(Grown.SCHEMA.hash())
                .setBoosters(List.of(booster(1), booster(2)))
                .setCalibrationSeeds(
                        List.of(CalibrationSeeds.write("", 1, new Seed(100, 2, 2, 2, 1, Collections.nCopies(24, 1.0)))))
                .setEvaluation(new ModelEvaluation(1L, 1L, 1L, 1.0, 1.0, 1.0, null, null, null))
                .build();
    }

    private static Booster booster(int horizon) {
        var nothing = Collections.nCopies(Grown.SCHEMA.width(), 0.0);
        try (var trees = Grown.trees(200)) {
            return new Booster(
                    horizon,
                    horizon,
                    ByteBuffer.wrap(trees.toBytes()),
                    List.of(new LinearPart(0.0, nothing, nothing, nothing)));
        }
    }

    private static RegionHistory history() {
        var history = RegionHistory.empty();
        for (long hour = 0; hour < 192; hour++) {
            long at = hour;
            history.add(hour, measurement -> 20 + Math.sin(at / 4.0));
        }
        return history;
    }
}
