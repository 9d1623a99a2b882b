/** JMH benchmarks of the innermost loops. */
@NullMarked
package io.fleetorchestrator.benchmarks.inner;

import org.jspecify.annotations.NullMarked;
