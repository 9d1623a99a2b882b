package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;

/** The model of each signal, as of now. */
@FunctionalInterface
public interface ForecastModels {

    SignalModel of(Measurement signal);

    /** No trained model at all. */
    static ForecastModels untrained() {
        return SignalModel::untrained;
    }
}
