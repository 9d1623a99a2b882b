/** Intervals that keep their promise: quantiles of past errors, tracked online (DESIGN §6). */
@NullMarked
package io.fleetorchestrator.core.calibration;

import org.jspecify.annotations.NullMarked;
