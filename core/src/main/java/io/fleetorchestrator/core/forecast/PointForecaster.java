package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.RegionHistory;

/** Forecasts one signal of one region. Not safe for use by two threads at once. */
public interface PointForecaster {

    /** Names the model in every forecast made with it. */
    String modelId();

    /**
     * Fills {@code out[h−1]} with the forecast of {@code history.lastHour() + h}, for as many horizons as {@code out} is
     * long; NaN where the history does not allow one.
     */
    void forecast(RegionHistory history, double[] out);
}
