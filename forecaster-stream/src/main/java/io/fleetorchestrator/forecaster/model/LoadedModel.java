package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.core.forecast.PointForecaster;

/** A trained model in memory that the heap does not show. To be used and closed by the thread that loaded it. */
public interface LoadedModel extends PointForecaster, AutoCloseable {

    /** What it takes outside the heap. */
    long nativeBytes();

    @Override
    void close();
}
