/** What a service measures of itself. */
@NullMarked
package io.fleetorchestrator.runtime.metrics;

import org.jspecify.annotations.NullMarked;
