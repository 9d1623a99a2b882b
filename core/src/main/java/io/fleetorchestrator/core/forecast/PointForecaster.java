package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.RegionHistory;

/** Forecasts one signal of one region. Not thread-safe. */
public interface PointForecaster {

    /** The id of the model, which every forecast with it contains. */
    String modelId();

    /**
     * Fills {@code out[h−1]} with the forecast of {@code history.lastHour() + h}, for as many horizons as {@code out} is
     * long; NaN where the history is not sufficient.
     */
    void forecast(RegionHistory history, double[] out);
}
