/** Randomness that can be addressed: the same seed, thing, aspect and index always give the same number. */
@NullMarked
package io.fleetorchestrator.core.dice;

import org.jspecify.annotations.NullMarked;
