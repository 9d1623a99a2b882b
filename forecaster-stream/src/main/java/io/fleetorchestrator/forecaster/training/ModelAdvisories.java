package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import java.time.Instant;

/** Advisories about the models of a fleet. */
final class ModelAdvisories {

    private ModelAdvisories() {}

    /** A model was published, with its error and that of the seasonal naive forecast. */
    static Advisory of(Trained trained, String fleet) {
        var artifact = trained.artifact();
        var figures = artifact.getEvaluation();
        return about(trained, AdvisoryKind.MODEL_PUBLISHED, artifact.getTrainedAt(), fleet)
                .setValue(figures.getMae())
                .setThreshold(figures.getMaeSeasonalNaive())
                .build();
    }

    /** Training gave no model, from the hours known at that instant. */
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
