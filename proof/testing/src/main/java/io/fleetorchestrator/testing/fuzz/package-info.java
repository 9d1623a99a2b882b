/** Spoiled inputs for whatever reads bytes from outside, and the rule that readers are held to. */
@NullMarked
package io.fleetorchestrator.testing.fuzz;

import org.jspecify.annotations.NullMarked;
