/** Where and when a workload may run, or why it may not. */
@NullMarked
package io.fleetorchestrator.core.placement;

import org.jspecify.annotations.NullMarked;
