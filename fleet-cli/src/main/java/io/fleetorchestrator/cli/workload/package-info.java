/** Requesting placements, releasing them, and reading the decisions. */
@NullMarked
package io.fleetorchestrator.cli.workload;

import org.jspecify.annotations.NullMarked;
