package io.fleetorchestrator.forecaster.stream;

import static java.util.Collections.newSetFromMap;

import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest published model of each signal. One thread puts them here as they are published; each stream thread takes
 * them from here when it next forecasts, and loads and closes its own.
 */
final class ModelShelf {

    private final Map<Quantity, ModelArtifact> newest = new ConcurrentHashMap<>();
    private final ThreadLocal<ThreadModels> ofThread;

    /** Weakly: a thread that died takes its models with it. */
    private final Set<ThreadModels> ofAllThreads = Collections.synchronizedSet(newSetFromMap(new WeakHashMap<>()));

    ModelShelf(ModelLoader loader, ForecasterMetrics metrics) {
        this.ofThread = ThreadLocal.withInitial(() -> {
            var models = new ThreadModels(this, loader, metrics);
            ofAllThreads.add(models);
            return models;
        });
        metrics.nativeMemory(this::nativeBytes);
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

    private long nativeBytes() {
        synchronized (ofAllThreads) {
            return ofAllThreads.stream().mapToLong(ThreadModels::nativeBytes).sum();
        }
    }
}
