/** Calibration of intervals: quantiles of past errors, tracked in service. */
@NullMarked
package io.fleetorchestrator.core.calibration;

import org.jspecify.annotations.NullMarked;
