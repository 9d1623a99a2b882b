/** The service that says what the sensors of all regions say. */
@NullMarked
package io.fleetorchestrator.producer;

import org.jspecify.annotations.NullMarked;
