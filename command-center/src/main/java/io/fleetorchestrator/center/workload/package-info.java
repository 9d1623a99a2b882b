/** How requests reach the scheduler, and how its answers are waited for. */
@NullMarked
package io.fleetorchestrator.center.workload;

import org.jspecify.annotations.NullMarked;
