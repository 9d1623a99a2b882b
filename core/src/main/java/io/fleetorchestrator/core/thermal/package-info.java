/** How placed load heats a region, and the margin to its limit. */
@NullMarked
package io.fleetorchestrator.core.thermal;

import org.jspecify.annotations.NullMarked;
