/** The scheduler as a service: its settings, topology, metrics and main class. */
@NullMarked
package io.fleetorchestrator.scheduler;

import org.jspecify.annotations.NullMarked;
