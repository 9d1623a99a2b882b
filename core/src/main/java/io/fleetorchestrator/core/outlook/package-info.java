/** Bounds, load and cost of one region by hour, prepared for quick search. */
@NullMarked
package io.fleetorchestrator.core.outlook;

import org.jspecify.annotations.NullMarked;
