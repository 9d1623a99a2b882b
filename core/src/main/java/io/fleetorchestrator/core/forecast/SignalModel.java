package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;

/** What forecasts one signal at the moment, and where its calibration starts in regions that have none yet. */
public record SignalModel(PointForecaster forecaster, CalibrationSeeds seeds) {

    /** What serves until a model exists. */
    public static SignalModel untrained(Measurement signal) {
        return new SignalModel(new SeasonalNaive(signal), CalibrationSeeds.none());
    }
}
