/** Plain clients on the same records: the ceiling that benchmarks are compared with. */
@NullMarked
package io.fleetorchestrator.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
