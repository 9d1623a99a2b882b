/** Estimates the effect of moving load between regions. */
@NullMarked
package io.fleetorchestrator.core.whatif;

import org.jspecify.annotations.NullMarked;
