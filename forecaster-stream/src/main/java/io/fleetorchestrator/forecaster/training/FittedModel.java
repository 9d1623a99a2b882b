package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.forecaster.model.XgboostForecaster;
import io.fleetorchestrator.schemas.contract.Booster;
import java.util.List;

/** A fitted model in bytes, from which forecasters are created. */
public record FittedModel(String modelId, FeatureSchema schema, List<Booster> boosters) {

    public XgboostForecaster forecaster() {
        return XgboostForecaster.of(modelId, schema, boosters);
    }

    long bytes() {
        return boosters.stream()
                .mapToLong(booster -> booster.getUbj().remaining())
                .sum();
    }
}
