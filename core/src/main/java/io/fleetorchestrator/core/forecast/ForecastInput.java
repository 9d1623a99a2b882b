package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.RegionHistory;

/**
 * Everything that a forecast of one region is computed from, as it was known when the last hour closed. Values that are
 * known in advance, such as a weather forecast, belong here as well.
 *
 * @param history the closed hours of the region
 */
public record ForecastInput(RegionHistory history) {}
