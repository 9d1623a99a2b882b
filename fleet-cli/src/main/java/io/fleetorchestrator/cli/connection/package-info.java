/** Which cluster a command uses, and how it connects. */
@NullMarked
package io.fleetorchestrator.cli.connection;

import org.jspecify.annotations.NullMarked;
