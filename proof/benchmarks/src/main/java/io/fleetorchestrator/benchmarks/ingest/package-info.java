/** How fast readings become closed hours and forecasts. */
@NullMarked
package io.fleetorchestrator.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
