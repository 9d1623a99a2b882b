/** The metrics of a service. */
@NullMarked
package io.fleetorchestrator.runtime.metrics;

import org.jspecify.annotations.NullMarked;
