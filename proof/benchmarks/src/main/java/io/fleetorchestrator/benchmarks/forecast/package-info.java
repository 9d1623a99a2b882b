/** How long a region's step from one closed hour to its next forecast takes. */
@NullMarked
package io.fleetorchestrator.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
