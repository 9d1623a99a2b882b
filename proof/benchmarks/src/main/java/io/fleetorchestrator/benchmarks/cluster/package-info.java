/** The broker of benchmarks, and its clients. */
@NullMarked
package io.fleetorchestrator.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
