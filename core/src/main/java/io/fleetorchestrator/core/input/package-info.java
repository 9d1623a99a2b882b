/** Limits of all input, and how wrong input is shown. */
@NullMarked
package io.fleetorchestrator.core.input;

import org.jspecify.annotations.NullMarked;
