/** The topology of the forecaster: core does the thinking, this moves records and keeps state. */
@NullMarked
package io.fleetorchestrator.forecaster.stream;

import org.jspecify.annotations.NullMarked;
