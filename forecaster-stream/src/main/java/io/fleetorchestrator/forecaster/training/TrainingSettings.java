package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.runtime.settings.Setting;
import java.time.Duration;

/** The settings of training inside the service. */
public record TrainingSettings(
        @Setting(
                doc =
                        "How often models are trained again, in event time; the first as soon as two weeks are known, 0 never",
                defaultValue = "P7D")
        Duration retrainEvery,

        @Setting(doc = "How much history models are trained on", defaultValue = "P400D")
        Duration trainingHistory,

        @Setting(
                doc = "Most regions that a model is trained on, chosen by a hash of their names; limits memory to"
                        + " 250 KB each for a year",
                defaultValue = "300")
        int trainingRegions,

        @Setting(
                doc = "Size limit of a model in bytes, as max.message.bytes of the topic of models",
                defaultValue = "8388608")
        int maxModelBytes) {

    public TrainingSettings {
        if (trainingRegions < 1) {
            throw new IllegalArgumentException("training-regions: " + trainingRegions + " is less than 1");
        }
        if (trainingHistory.toHours() < Split.LEAST_HOURS) {
            throw new IllegalArgumentException("training-history: " + trainingHistory + " is less than two weeks");
        }
    }

    /** Whether models are trained inside the service. */
    public boolean retrains() {
        return retrainEvery.compareTo(Duration.ZERO) > 0;
    }
}
