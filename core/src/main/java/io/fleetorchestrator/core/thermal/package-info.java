/** How placed work heats a region, and how near the limit that is. */
@NullMarked
package io.fleetorchestrator.core.thermal;

import org.jspecify.annotations.NullMarked;
