/** A simulated season with and without the scheduler: its guarantees, whether they were kept, and the savings. */
@NullMarked
package io.fleetorchestrator.evaluation;

import org.jspecify.annotations.NullMarked;
