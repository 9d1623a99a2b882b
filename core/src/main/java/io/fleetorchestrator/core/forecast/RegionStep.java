package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.List;

/**
 * The records that follow from one closed hour of a region.
 *
 * @param forecast the forecast of the next hours
 * @param outcome the outcome of the forecasts of this hour
 * @param advisories the advisories that this hour raised, usually none
 */
public record RegionStep(RegionForecast forecast, ForecastOutcome outcome, List<Advisory> advisories) {}
