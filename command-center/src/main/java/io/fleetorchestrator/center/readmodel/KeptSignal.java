package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.SignalForecast;

/** What was forecast of one signal. */
public record KeptSignal(
        ForecastStatus status,
        String modelId,
        int calibrationSize,
        Series point,
        Series lower,
        Series upper,
        Series upperOneSided) {

    static KeptSignal of(SignalForecast forecast) {
        var hours = forecast.getHours();
        return new KeptSignal(
                forecast.getStatus(),
                forecast.getModelId(),
                forecast.getCalibrationSize(),
                Series.of(hours, HourInterval::getPoint),
                Series.of(hours, HourInterval::getLower),
                Series.of(hours, HourInterval::getUpper),
                Series.of(hours, HourInterval::getUpperOneSided));
    }
}
