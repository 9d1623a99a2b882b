/** Intervals that keep their promise: quantiles of past errors, tracked online. */
@NullMarked
package io.fleetorchestrator.core.calibration;

import org.jspecify.annotations.NullMarked;
