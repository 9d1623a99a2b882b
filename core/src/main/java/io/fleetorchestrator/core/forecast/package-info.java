/** Forecasts of a region's next hours from its recent ones. */
@NullMarked
package io.fleetorchestrator.core.forecast;

import org.jspecify.annotations.NullMarked;
