package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.SignalForecast;

/** The forecast of one signal. */
public record CachedSignal(
        ForecastStatus status,
        String modelId,
        int calibrationSize,
        ReadingSeries point,
        ReadingSeries lower,
        ReadingSeries upper,
        ReadingSeries upperOneSided) {

    static CachedSignal of(SignalForecast forecast) {
        var hours = forecast.getHours();
        return new CachedSignal(
                forecast.getStatus(),
                forecast.getModelId(),
                forecast.getCalibrationSize(),
                ReadingSeries.of(hours, HourInterval::getPoint),
                ReadingSeries.of(hours, HourInterval::getLower),
                ReadingSeries.of(hours, HourInterval::getUpper),
                ReadingSeries.of(hours, HourInterval::getUpperOneSided));
    }
}
