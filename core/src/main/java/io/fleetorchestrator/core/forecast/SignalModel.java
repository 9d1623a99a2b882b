package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;

/** The forecaster of one signal, and the seeds for regions without calibration. */
public record SignalModel(PointForecaster forecaster, CalibrationSeeds seeds) {

    /** The forecaster that is used until there is a model. */
    public static SignalModel untrained(Measurement signal) {
        return new SignalModel(new SeasonalNaive(signal), CalibrationSeeds.none());
    }
}
