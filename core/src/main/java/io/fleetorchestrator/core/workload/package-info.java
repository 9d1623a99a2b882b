/** Workloads as tenants would submit them: arrivals, sizes, flexibility. */
@NullMarked
package io.fleetorchestrator.core.workload;

import org.jspecify.annotations.NullMarked;
