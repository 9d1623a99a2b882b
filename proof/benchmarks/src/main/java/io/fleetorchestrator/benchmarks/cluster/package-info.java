/** The broker that benches run against, and clients of it. */
@NullMarked
package io.fleetorchestrator.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
