package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.forecaster.model.LoadedModel;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that one thread forecasts with; a newer one on the shelf takes over at the next forecast. */
final class ThreadModels implements ForecastModels {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadModels.class);

    /**
     * The model in use, what of it is to be closed, and the id of the last one published, which differs from it when that
     * one cannot be used.
     */
    private record InUse(Optional<String> published, SignalModel model, Optional<LoadedModel> loaded) {

        static InUse untrained(Quantity signal) {
            return new InUse(Optional.empty(), SignalModel.untrained(signal), Optional.empty());
        }

        InUse passingOver(ModelArtifact artifact) {
            return new InUse(Optional.of(artifact.getModelId()), model, loaded);
        }
    }

    private final ModelShelf shelf;
    private final ModelLoader loader;
    private final ForecasterMetrics metrics;
    private final Map<Quantity, InUse> inUse = new ConcurrentHashMap<>();

    ThreadModels(ModelShelf shelf, ModelLoader loader, ForecasterMetrics metrics) {
        this.shelf = shelf;
        this.loader = loader;
        this.metrics = metrics;
    }

    @Override
    public SignalModel of(Quantity signal) {
        var newest = shelf.newest(signal);
        var current = inUse.computeIfAbsent(signal, InUse::untrained);
        if (newest.map(ModelArtifact::getModelId).equals(current.published())) {
            return current.model();
        }
        var next = newest.map(artifact -> load(artifact).orElse(current.passingOver(artifact)))
                .orElse(InUse.untrained(signal));
        inUse.put(signal, next);
        if (!next.model().equals(current.model())) {
            swapped(signal, current, next.model(), newest);
        }
        return next.model();
    }

    private void swapped(Quantity signal, InUse old, SignalModel next, Optional<ModelArtifact> artifact) {
        old.loaded().ifPresent(LoadedModel::close);
        var modelId = next.forecaster().modelId();
        metrics.model(signal, modelId, artifact.map(ModelArtifact::getTrainedAt));
        LOG.info("{} is forecast by {} from now on", signal, modelId);
    }

    /** Empty for a model that this version cannot use: that changes nothing. */
    private Optional<InUse> load(ModelArtifact artifact) {
        try {
            var seeds = CalibrationSeeds.of(artifact.getCalibrationSeeds());
            var loaded = loader.load(artifact);
            return Optional.of(
                    new InUse(Optional.of(artifact.getModelId()), new SignalModel(loaded, seeds), Optional.of(loaded)));
        } catch (IllegalArgumentException e) {
            metrics.modelRefused(artifact.getSignal());
            LOG.warn("Going on with the old model: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What its models take outside the heap; from any thread. */
    long nativeBytes() {
        return inUse.values().stream()
                .flatMap(model -> model.loaded().stream())
                .mapToLong(LoadedModel::nativeBytes)
                .sum();
    }
}
