/** A small schema registry inside this JVM, with the part of Confluent's API that clients need to read and write records. */
@NullMarked
package io.fleetorchestrator.embedded.registry;

import org.jspecify.annotations.NullMarked;
