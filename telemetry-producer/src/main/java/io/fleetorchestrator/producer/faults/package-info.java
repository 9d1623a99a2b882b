/** Sensors and networks gone wrong, on demand, each fault tagged so that it can be accounted for. */
@NullMarked
package io.fleetorchestrator.producer.faults;

import org.jspecify.annotations.NullMarked;
