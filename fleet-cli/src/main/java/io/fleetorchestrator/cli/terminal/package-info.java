/** Colours, tables and charts in a terminal. */
@NullMarked
package io.fleetorchestrator.cli.terminal;

import org.jspecify.annotations.NullMarked;
