/** What the command center tells of itself. */
@NullMarked
package io.fleetorchestrator.center.metrics;

import org.jspecify.annotations.NullMarked;
