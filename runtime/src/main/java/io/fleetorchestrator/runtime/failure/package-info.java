/** Handling of failures: poison records are dead-lettered, outages are retried. */
@NullMarked
package io.fleetorchestrator.runtime.failure;

import org.jspecify.annotations.NullMarked;
