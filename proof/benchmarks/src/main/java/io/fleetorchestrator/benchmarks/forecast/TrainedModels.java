package io.fleetorchestrator.benchmarks.forecast;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.forecaster.model.XgboostForecaster;
import io.fleetorchestrator.forecaster.training.RegionSeries;
import io.fleetorchestrator.forecaster.training.Trainer;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.forecaster.training.TrainingPlan;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Models as the service trains them, on the history of one region. */
public final class TrainedModels {

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private TrainedModels() {}

    /** The models that beat the baseline. */
    public static ForecastModels of(ForecastPlan plan, List<HourlyFeatures> past) {
        var series = RegionSeries.startingWith(past.get(0));
        past.forEach(series::add);
        var trainer = new Trainer(TrainingPlan.of(plan.horizonHours()), Confidence.DEFAULT, MOST_BYTES, ignored -> {});
        Map<Measurement, SignalModel> models = new EnumMap<>(Measurement.class);
        for (var signal : Measurement.forecast()) {
            if (trainer.train(signal, List.of(series)) instanceof Trained outcome) {
                var artifact = outcome.artifact();
                models.put(
                        signal,
                        new SignalModel(
                                XgboostForecaster.load(artifact), CalibrationSeeds.of(artifact.getCalibrationSeeds())));
            }
        }
        if (models.isEmpty()) {
            throw new IllegalStateException("no model beats the baseline, so there is nothing to measure");
        }
        return signal -> models.getOrDefault(signal, SignalModel.untrained(signal));
    }
}
