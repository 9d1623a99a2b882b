/** A season of the closed loop, with and without the scheduler: what it promised, what it kept, and what it saved. */
@NullMarked
package io.fleetorchestrator.evaluation;

import org.jspecify.annotations.NullMarked;
