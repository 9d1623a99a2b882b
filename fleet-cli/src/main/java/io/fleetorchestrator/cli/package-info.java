/** The fleet command: everything in one JVM, each service alone, and the tools around them. */
@NullMarked
package io.fleetorchestrator.cli;

import org.jspecify.annotations.NullMarked;
