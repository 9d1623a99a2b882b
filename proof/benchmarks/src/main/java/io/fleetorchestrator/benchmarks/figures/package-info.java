/** Figures and their spread. */
@NullMarked
package io.fleetorchestrator.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
