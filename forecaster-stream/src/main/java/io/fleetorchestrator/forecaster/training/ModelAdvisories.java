package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import java.time.Instant;

/** What the people of a fleet are told about its models. */
final class ModelAdvisories {

    private ModelAdvisories() {}

    /** A model serves from now on: its error, held against that of the forecast that serves without one. */
    static Advisory of(Trained trained, String fleet) {
        var artifact = trained.artifact();
        var figures = artifact.getEvaluation();
        return about(trained, AdvisoryKind.MODEL_PUBLISHED, artifact.getTrainedAt(), fleet)
                .setValue(figures.getMae())
                .setThreshold(figures.getMaeSeasonalNaive())
                .build();
    }

    /** No model came of it, by the hours known at that instant. */
    static Advisory of(Refused refused, Instant at, String fleet) {
        return about(refused, AdvisoryKind.MODEL_REFUSED, at, fleet).build();
    }

    private static Advisory.Builder about(TrainingOutcome outcome, AdvisoryKind kind, Instant at, String fleet) {
        return Advisory.newBuilder()
                .setFleet(fleet)
                .setKind(kind)
                .setRaisedAt(at)
                .setSignal(outcome.signal().signal())
                .setText(outcome.text());
    }
}
