package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ModelRules;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The active model of each signal. One thread puts published models here; all stream threads use the current ones for each
 * forecast.
 */
final class ActiveModels implements ForecastModels {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveModels.class);

    private final ModelLoader loader;
    private final ForecasterMetrics metrics;
    private final Map<Measurement, SignalModel> active = new ConcurrentHashMap<>();

    ActiveModels(ModelLoader loader, ForecasterMetrics metrics) {
        this.loader = loader;
        this.metrics = metrics;
    }

    @Override
    public SignalModel of(Measurement signal) {
        return active.computeIfAbsent(signal, SignalModel::untrained);
    }

    /** Activates a newer model. A model that this version cannot use is ignored. */
    void put(Measurement signal, ModelArtifact artifact) {
        ModelRules.rejection(signal, artifact)
                .ifPresentOrElse(
                        why -> {
                            metrics.modelRefused(signal.signal());
                            LOG.warn("Rejected the new model of {} and kept the old one: {}", signal, why);
                        },
                        () -> load(signal, artifact));
    }

    private void load(Measurement signal, ModelArtifact artifact) {
        try {
            var seeds = CalibrationSeeds.of(artifact.getCalibrationSeeds());
            use(signal, new SignalModel(loader.load(artifact), seeds));
            metrics.model(signal, artifact.getModelId(), Optional.of(artifact.getTrainedAt()));
        } catch (RuntimeException e) {
            // A model that fails to load must not stop the forecasts of other signals.
            metrics.modelRefused(signal.signal());
            LOG.warn("Rejected the new model of {} and kept the old one: it cannot be loaded", signal, e);
        }
    }

    /** Forecasts without a model again. */
    void remove(Measurement signal) {
        var untrained = SignalModel.untrained(signal);
        use(signal, untrained);
        metrics.model(signal, untrained.forecaster().modelId(), Optional.empty());
    }

    private void use(Measurement signal, SignalModel model) {
        active.put(signal, model);
        LOG.info("Forecasting {} with model {}", signal, model.forecaster().modelId());
    }
}
