/** Injected faults of sensors and networks, each marked by a header so that it can be counted. */
@NullMarked
package io.fleetorchestrator.producer.faults;

import org.jspecify.annotations.NullMarked;
