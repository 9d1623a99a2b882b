/** Asking for placements, giving them back, and reading the answers. */
@NullMarked
package io.fleetorchestrator.cli.workload;

import org.jspecify.annotations.NullMarked;
