/** Tests of the serdes. */
@NullMarked
package io.fleetorchestrator.schemas.serdes;

import org.jspecify.annotations.NullMarked;
