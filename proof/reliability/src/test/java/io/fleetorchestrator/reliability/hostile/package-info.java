/** Hostile records that Avro allows, made from our schemas. */
@NullMarked
package io.fleetorchestrator.reliability.hostile;

import org.jspecify.annotations.NullMarked;
