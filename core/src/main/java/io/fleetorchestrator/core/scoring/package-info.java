/** The account of what intervals promised and what came true. */
@NullMarked
package io.fleetorchestrator.core.coverage;

import org.jspecify.annotations.NullMarked;
