package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;

/** The current model of each signal. */
@FunctionalInterface
public interface ForecastModels {

    SignalModel of(Measurement signal);

    /** No trained models. */
    static ForecastModels untrained() {
        return SignalModel::untrained;
    }
}
