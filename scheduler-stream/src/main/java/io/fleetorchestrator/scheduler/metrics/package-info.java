/** What the scheduler lets be seen of its work. */
@NullMarked
package io.fleetorchestrator.scheduler.metrics;

import org.jspecify.annotations.NullMarked;
