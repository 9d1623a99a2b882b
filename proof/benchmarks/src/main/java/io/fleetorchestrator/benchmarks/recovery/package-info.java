/** How soon decisions come again after a kill. */
@NullMarked
package io.fleetorchestrator.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
