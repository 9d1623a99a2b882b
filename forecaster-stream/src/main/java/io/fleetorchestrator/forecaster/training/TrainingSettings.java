package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.runtime.settings.Setting;
import java.time.Duration;

/** What models are made from, and how often. */
public record TrainingSettings(
        @Setting(
                doc =
                        "How often models are trained anew, in event time; the first as soon as two weeks are known, 0 never",
                defaultValue = "P7D")
        Duration retrainEvery,

        @Setting(doc = "How far back models are trained from", defaultValue = "P400D")
        Duration trainingHistory,

        @Setting(
                doc = "Most regions that a model is trained from, picked by a hash of their names; bounds memory to"
                        + " 250 KB each for a year",
                defaultValue = "300")
        int trainingRegions,

        @Setting(doc = "Most bytes of a model, as max.message.bytes of the topic of models", defaultValue = "8388608")
        int maxModelBytes) {

    public TrainingSettings {
        if (trainingRegions < 1) {
            throw new IllegalArgumentException("training-regions: " + trainingRegions + " leaves none");
        }
        if (trainingHistory.toHours() < Split.LEAST_HOURS) {
            throw new IllegalArgumentException("training-history: " + trainingHistory + " is less than two weeks");
        }
    }

    /** Whether models are trained at all inside the service. */
    public boolean retrains() {
        return retrainEvery.compareTo(Duration.ZERO) > 0;
    }
}
