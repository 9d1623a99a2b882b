/** What plain clients do with the same records: the ceiling that benches are held against. */
@NullMarked
package io.fleetorchestrator.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
