/** From readings to closed hours, in event time. */
@NullMarked
package io.fleetorchestrator.core.hours;

import org.jspecify.annotations.NullMarked;
