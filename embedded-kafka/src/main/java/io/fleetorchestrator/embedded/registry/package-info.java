/** A small schema registry inside this JVM, speaking as much of Confluent's API as clients need to read what flows. */
@NullMarked
package io.fleetorchestrator.embedded.registry;

import org.jspecify.annotations.NullMarked;
