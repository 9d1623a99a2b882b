package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.forecast.SignalModel;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that one thread forecasts with; a newer one on the shelf takes over at the next forecast. */
final class ThreadModels implements ForecastModels {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadModels.class);

    /** The model in use, and the last one published, which differ when that one cannot be used. */
    private record InUse(Optional<String> published, SignalModel model) {}

    private final ModelShelf shelf;
    private final ModelLoader loader;
    private final ForecasterMetrics metrics;
    private final Map<Quantity, InUse> inUse = new EnumMap<>(Quantity.class);

    ThreadModels(ModelShelf shelf, ModelLoader loader, ForecasterMetrics metrics) {
        this.shelf = shelf;
        this.loader = loader;
        this.metrics = metrics;
    }

    @Override
    public SignalModel of(Quantity signal) {
        var newest = shelf.newest(signal);
        var current = inUse.computeIfAbsent(signal, s -> new InUse(Optional.empty(), SignalModel.untrained(s)));
        var published = newest.map(ModelArtifact::getModelId);
        if (published.equals(current.published())) {
            return current.model();
        }
        var next = newest.isEmpty() ? Optional.of(SignalModel.untrained(signal)) : newest.flatMap(this::load);
        inUse.put(signal, new InUse(published, next.orElse(current.model())));
        next.ifPresent(model -> swapped(signal, current.model(), model, newest));
        return next.orElse(current.model());
    }

    private void swapped(Quantity signal, SignalModel old, SignalModel next, Optional<ModelArtifact> artifact) {
        close(old.forecaster());
        var modelId = next.forecaster().modelId();
        metrics.model(signal, modelId, artifact.map(ModelArtifact::getTrainedAt));
        LOG.info("{} is forecast by {} from now on", signal, modelId);
    }

    /** Empty for a model that this version cannot use: that changes nothing. */
    private Optional<SignalModel> load(ModelArtifact artifact) {
        try {
            var seeds = CalibrationSeeds.of(artifact.getCalibrationSeeds());
            return Optional.of(new SignalModel(loader.load(artifact), seeds));
        } catch (IllegalArgumentException e) {
            metrics.modelRefused(artifact.getSignal());
            LOG.warn("Going on with the old model: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void close(PointForecaster forecaster) {
        if (forecaster instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the old model could not be closed", e);
            }
        }
    }
}
