package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import java.util.List;

/** The settings of one training run. */
public record TrainSettings(
        ServiceSettings service,
        TrainingSettings training,

        @Setting(
                doc = "Signals to train",
                defaultValue = {"temperature", "it-load", "carbon", "water"})
        List<String> signals,

        @Setting(doc = "Longest horizon, 1 to 168 hours", defaultValue = "24")
        int horizonHours,

        @Setting(doc = "Confidence of the intervals", defaultValue = "0.95")
        double confidence) {

    List<Measurement> measurements() {
        return signals.stream().map(TrainSettings::measurement).toList();
    }

    private static Measurement measurement(String name) {
        return Measurement.forecast().stream()
                .filter(signal -> signal.name().replace('_', '-').equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "signals: '" + name + "' is not one of temperature, it-load, carbon, water"));
    }
}
