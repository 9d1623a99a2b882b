/** A Kafka broker inside this JVM, for {@code fleet up} and for tests. */
@NullMarked
package io.fleetorchestrator.embedded;

import org.jspecify.annotations.NullMarked;
