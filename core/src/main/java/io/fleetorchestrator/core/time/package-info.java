/** Whole hours since the epoch, in which all placement is reckoned. */
@NullMarked
package io.fleetorchestrator.core.time;

import org.jspecify.annotations.NullMarked;
