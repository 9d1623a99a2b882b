package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest published model of each signal. One thread puts them here as they are published; each stream thread takes
 * them from here when it next forecasts, and loads and closes its own.
 */
final class ModelShelf {

    private final Map<Quantity, ModelArtifact> newest = new ConcurrentHashMap<>();
    private final ThreadLocal<ThreadModels> ofThread;

    ModelShelf(ModelLoader loader, ForecasterMetrics metrics) {
        this.ofThread = ThreadLocal.withInitial(() -> new ThreadModels(this, loader, metrics));
    }

    void put(Quantity signal, ModelArtifact artifact) {
        newest.put(signal, artifact);
    }

    /** Back to forecasting without a model. */
    void remove(Quantity signal) {
        newest.remove(signal);
    }

    Optional<ModelArtifact> newest(Quantity signal) {
        return Optional.ofNullable(newest.get(signal));
    }

    /** The models of the calling thread, as new as can be. */
    ForecastModels ofThisThread() {
        return ofThread.get();
    }
}
