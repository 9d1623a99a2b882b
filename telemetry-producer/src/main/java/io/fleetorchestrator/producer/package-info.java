/** The service that publishes simulated or recorded telemetry. */
@NullMarked
package io.fleetorchestrator.producer;

import org.jspecify.annotations.NullMarked;
