/** The input of forecasts: the recent hours of a region, and the columns that a model computes from them. */
@NullMarked
package io.fleetorchestrator.core.features;

import org.jspecify.annotations.NullMarked;
