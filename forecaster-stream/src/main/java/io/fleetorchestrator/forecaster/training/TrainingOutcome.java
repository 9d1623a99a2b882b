package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The result of a training run. */
public sealed interface TrainingOutcome {

    Measurement signal();

    /** A text for log lines and advisories. */
    String text();

    /** Calls the method of the handler for this kind of outcome. */
    void handle(Handler handler) throws InterruptedException;

    /** Handles every kind of outcome. */
    interface Handler {

        void trained(Trained trained) throws InterruptedException;

        void refused(Refused refused) throws InterruptedException;
    }

    /** A model that is good enough to be published. */
    record Trained(Measurement signal, ModelArtifact artifact) implements TrainingOutcome {

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
                    known("%.1f %%", figures.getCoverage(), 100),
                    known("%.1f %%", figures.getCoverageUpper(), 100),
                    known("%.3f", figures.getMeanWidth(), 1));
        }

        @Override
        public void handle(Handler handler) throws InterruptedException {
            handler.trained(this);
        }

        /** Figures are unknown if the test was too short to warm up. */
        private static String known(String format, @Nullable Double figure, int factor) {
            return figure == null ? "unknown" : String.format(Locale.ROOT, format, factor * figure);
        }
    }

    /** No model, and the reason. */
    record Refused(Measurement signal, String reason) implements TrainingOutcome {

        @Override
        public String text() {
            return signal + ": no model, " + reason;
        }

        @Override
        public void handle(Handler handler) throws InterruptedException {
            handler.refused(this);
        }
    }
}
