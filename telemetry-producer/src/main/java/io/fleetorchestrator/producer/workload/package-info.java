/** Workloads as tenants would submit them: arrivals, sizes, flexibility. */
@NullMarked
package io.fleetorchestrator.producer.workload;

import org.jspecify.annotations.NullMarked;
