/** Between contract types and bytes: the Confluent wire format over a schema registry, and state that needs none. */
@NullMarked
package io.fleetorchestrator.schemas.serdes;

import org.jspecify.annotations.NullMarked;
