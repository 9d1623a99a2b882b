/** The test bench of all modules: topologies on a driver, and services on a real broker and a real registry. */
@NullMarked
package io.fleetorchestrator.runtime.testing;

import org.jspecify.annotations.NullMarked;
