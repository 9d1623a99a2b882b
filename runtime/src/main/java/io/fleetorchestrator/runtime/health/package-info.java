/** Liveness and readiness of a service. */
@NullMarked
package io.fleetorchestrator.runtime.health;

import org.jspecify.annotations.NullMarked;
