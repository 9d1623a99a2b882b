/** What a forecast is made from: the recent hours of a region, and the columns that a model sees of them. */
@NullMarked
package io.fleetorchestrator.core.features;

import org.jspecify.annotations.NullMarked;
