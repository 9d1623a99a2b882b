/** Publishing requests to the scheduler, and waiting for its decisions. */
@NullMarked
package io.fleetorchestrator.center.workload;

import org.jspecify.annotations.NullMarked;
