package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import java.util.Locale;

/** What came of a training run. */
public sealed interface TrainingOutcome {

    Quantity signal();

    /** In words, for a person. */
    String text();

    /** A model worth publishing. */
    record Trained(Quantity signal, ModelArtifact artifact) implements TrainingOutcome {

        @Override
        public String text() {
            ModelEvaluation figures = artifact.getEvaluation();
            return String.format(
                    Locale.ROOT,
                    "%s: %s, %d train / %d calibrate / %d test hours, MAE %.3f (seasonal naive %.3f, persistence %.3f),"
                            + " coverage %s, one-sided %s, mean width %s",
                    signal,
                    artifact.getModelId(),
                    figures.getTrainHours(),
                    figures.getCalibrationHours(),
                    figures.getTestHours(),
                    figures.getMae(),
                    figures.getMaeSeasonalNaive(),
                    figures.getMaePersistence(),
                    figures.getCoverage(),
                    figures.getCoverageUpper(),
                    figures.getMeanWidth());
        }
    }

    /** Nothing to publish, and why. */
    record Refused(Quantity signal, String reason) implements TrainingOutcome {

        @Override
        public String text() {
            return signal + ": no model, " + reason;
        }
    }
}
