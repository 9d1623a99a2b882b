/** The dashboards. */
@NullMarked
package io.fleetorchestrator.dashboards.boards;

import org.jspecify.annotations.NullMarked;
