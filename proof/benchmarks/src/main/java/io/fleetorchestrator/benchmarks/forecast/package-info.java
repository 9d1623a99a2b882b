/** The time from a closed hour of a region to its next forecast. */
@NullMarked
package io.fleetorchestrator.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
