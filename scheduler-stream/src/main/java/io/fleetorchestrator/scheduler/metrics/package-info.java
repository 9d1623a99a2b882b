/** The metrics of the scheduler. */
@NullMarked
package io.fleetorchestrator.scheduler.metrics;

import org.jspecify.annotations.NullMarked;
