package io.fleetorchestrator.core.forecast;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelRulesTest {

    @Test
    void acceptsAModelOfItsSignal() {
        then(rejection(model().build())).isEmpty();
    }

    @Test
    void rejectsAModelOfAnotherSignal() {
        then(rejection(model().setSignal(Signal.WATER).build()))
                .contains("signal is WATER but must equal the record key, TEMPERATURE");
    }

    @Test
    void rejectsAnInvalidModelId() {
        then(rejection(model().setModelId("m".repeat(40_000)).build()).orElseThrow())
                .hasSizeLessThan(300);
        then(rejection(model().setModelId("").build())).isPresent();
        then(rejection(model().setModelId("a\u001b[2J").build())).isPresent();
    }

    @Test
    void rejectsInvalidTimes() {
        then(rejection(model().setTrainedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                        .build()))
                .isPresent();
        then(rejection(model().setTrainedAt(Instant.ofEpochMilli(Long.MIN_VALUE))
                        .build()))
                .isPresent();
    }

    private static Optional<String> rejection(ModelArtifact model) {
        return ModelRules.rejection(Measurement.TEMPERATURE, model);
    }

    private static ModelArtifact.Builder model() {
        return ModelArtifact.newBuilder()
                .setSignal(Signal.TEMPERATURE)
                .setModelId("temperature-1")
                .setTrainedAt(Instant.parse("2026-07-01T12:00:00Z"))
                .setFeatureNames(List.of())
                .setFeatureSchemaHash("")
                .setBoosters(List.of())
                .setEvaluation(ModelEvaluation.newBuilder()
                        .setTrainHours(0)
                        .setCalibrationHours(0)
                        .setTestHours(0)
                        .setMae(0)
                        .setMaePersistence(0)
                        .setMaeSeasonalNaive(0)
                        .build());
    }
}
