/** Meters of the command center. */
@NullMarked
package io.fleetorchestrator.center.metrics;

import org.jspecify.annotations.NullMarked;
