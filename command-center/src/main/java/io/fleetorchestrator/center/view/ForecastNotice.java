package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.time.Instant;

/** The event of a new forecast, without its hours. */
public record ForecastNotice(String region, String fleet, Instant issuedAt, ForecastStatus status, String modelId) {

    public static ForecastNotice of(RegionForecast forecast) {
        var temperature = forecast.getTemperature();
        return new ForecastNotice(
                forecast.getRegion(),
                forecast.getFleet(),
                forecast.getIssuedAt(),
                temperature.getStatus(),
                temperature.getModelId());
    }
}
