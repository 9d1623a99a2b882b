/** Start times of everything in one JVM, and of each service alone. */
@NullMarked
package io.fleetorchestrator.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
