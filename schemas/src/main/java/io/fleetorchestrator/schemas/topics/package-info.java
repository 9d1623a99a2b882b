/** The topics of the contract, and how they are created on a cluster. */
@NullMarked
package io.fleetorchestrator.schemas.topics;

import org.jspecify.annotations.NullMarked;
