/** The topology of the forecaster: it processes records and keeps state; core has the logic. */
@NullMarked
package io.fleetorchestrator.forecaster.stream;

import org.jspecify.annotations.NullMarked;
