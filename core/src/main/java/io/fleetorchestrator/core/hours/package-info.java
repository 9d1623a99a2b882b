/** From readings to closed hours, in event time (DESIGN §5). */
@NullMarked
package io.fleetorchestrator.core.hours;

import org.jspecify.annotations.NullMarked;
