package io.fleetorchestrator.core.forecast;

/** Forecasts one signal of one region. Not thread-safe. */
public interface PointForecaster {

    /** The id of the model, which every forecast with it contains. */
    String modelId();

    /**
     * Fills {@code out[h−1]} with the forecast of {@code input.history().lastHour() + h}, for as many horizons as {@code out} is
     * long; NaN where the history is not sufficient.
     */
    void forecast(ForecastInput input, double[] out);
}
