/** Records of the contract as people write them. */
@NullMarked
package io.fleetorchestrator.cli.record;

import org.jspecify.annotations.NullMarked;
