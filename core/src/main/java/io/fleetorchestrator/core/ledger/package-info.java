/** Committed power by region and hour. */
@NullMarked
package io.fleetorchestrator.core.ledger;

import org.jspecify.annotations.NullMarked;
