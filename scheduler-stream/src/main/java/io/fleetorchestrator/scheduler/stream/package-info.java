/** The steps of the scheduler's topology: routing of requests, and one writer per fleet with its stores. */
@NullMarked
package io.fleetorchestrator.scheduler.stream;

import org.jspecify.annotations.NullMarked;
