/** The innermost loops, each by itself, as JMH times them. */
@NullMarked
package io.fleetorchestrator.benchmarks.inner;

import org.jspecify.annotations.NullMarked;
