package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;

/** A published model, with its figures on held-out hours. */
public record ModelView(
        Signal signal, String modelId, Instant trainedAt, double mae, double maePersistence, double maeSeasonalNaive) {

    public static ModelView of(ModelArtifact model) {
        var figures = model.getEvaluation();
        return new ModelView(
                model.getSignal(),
                model.getModelId(),
                model.getTrainedAt(),
                figures.getMae(),
                figures.getMaePersistence(),
                figures.getMaeSeasonalNaive());
    }
}
