/** What every command uses: output, exit codes, and failures with their cure. */
@NullMarked
package io.fleetorchestrator.cli.console;

import org.jspecify.annotations.NullMarked;
