package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.List;

/**
 * What follows from one closed hour of a region.
 *
 * @param forecast of the hours to come
 * @param outcome of what had been forecast of this hour
 * @param advisories raised by it, usually none
 */
public record RegionStep(RegionForecast forecast, ForecastOutcome outcome, List<Advisory> advisories) {}
