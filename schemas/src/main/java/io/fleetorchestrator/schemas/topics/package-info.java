/** The topics of the contract, and how they come to be on a cluster. */
@NullMarked
package io.fleetorchestrator.schemas.topics;

import org.jspecify.annotations.NullMarked;
