/** Records that Avro allows and nobody can mean, made from the schemas of the contract. */
@NullMarked
package io.fleetorchestrator.reliability.hostile;

import org.jspecify.annotations.NullMarked;
