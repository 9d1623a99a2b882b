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
 * The model of each signal that is in use. One thread puts them here as they are published; all stream threads forecast
 * with what they find, from one forecast to the next.
 */
final class ActiveModels implements ForecastModels {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveModels.class);

    private final ModelLoader loader;
    private final ForecasterMetrics metrics;
    private final Map<Measurement, SignalModel> inUse = new ConcurrentHashMap<>();

    ActiveModels(ModelLoader loader, ForecasterMetrics metrics) {
        this.loader = loader;
        this.metrics = metrics;
    }

    @Override
    public SignalModel of(Measurement signal) {
        return inUse.computeIfAbsent(signal, SignalModel::untrained);
    }

    /** Takes a newer model into use. One that this version cannot use changes nothing. */
    void put(Measurement signal, ModelArtifact artifact) {
        ModelRules.refusal(signal, artifact)
                .ifPresentOrElse(
                        why -> {
                            metrics.modelRefused(signal.signal());
                            LOG.warn("Going on with the old model of {}: of the new one {}", signal, why);
                        },
                        () -> load(signal, artifact));
    }

    private void load(Measurement signal, ModelArtifact artifact) {
        try {
            var seeds = CalibrationSeeds.of(artifact.getCalibrationSeeds());
            use(signal, new SignalModel(loader.load(artifact), seeds));
            metrics.model(signal, artifact.getModelId(), Optional.of(artifact.getTrainedAt()));
        } catch (RuntimeException e) {
            // Whatever a model does when it is made, it must not take the others' forecasts with it.
            metrics.modelRefused(signal.signal());
            LOG.warn("Going on with the old model", e);
        }
    }

    /** Back to forecasting without a model. */
    void remove(Measurement signal) {
        var untrained = SignalModel.untrained(signal);
        use(signal, untrained);
        metrics.model(signal, untrained.forecaster().modelId(), Optional.empty());
    }

    private void use(Measurement signal, SignalModel model) {
        inUse.put(signal, model);
        LOG.info("{} is forecast by {} from now on", signal, model.forecaster().modelId());
    }
}
