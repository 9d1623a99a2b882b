/** Our dashboards: what each shows, and why. */
@NullMarked
package io.fleetorchestrator.dashboards.boards;

import org.jspecify.annotations.NullMarked;
