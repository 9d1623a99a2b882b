/** How soon there is something to use: everything in one JVM, and each service alone. */
@NullMarked
package io.fleetorchestrator.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
