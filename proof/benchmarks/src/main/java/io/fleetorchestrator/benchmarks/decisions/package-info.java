/** How many requests are decided, and how soon. */
@NullMarked
package io.fleetorchestrator.benchmarks.decisions;

import org.jspecify.annotations.NullMarked;
