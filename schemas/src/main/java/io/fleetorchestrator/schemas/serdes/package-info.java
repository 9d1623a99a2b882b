/** Serdes of the contract: the Confluent wire format with a schema registry, and a format for state without one. */
@NullMarked
package io.fleetorchestrator.schemas.serdes;

import org.jspecify.annotations.NullMarked;
