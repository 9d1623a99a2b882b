/** Simulated workloads: arrivals, sizes, flexibility. */
@NullMarked
package io.fleetorchestrator.producer.workload;

import org.jspecify.annotations.NullMarked;
