/** Recorded readings as text: one line per region and instant. */
@NullMarked
package io.fleetorchestrator.core.replay;

import org.jspecify.annotations.NullMarked;
