/** Which cluster a command talks to, and how. */
@NullMarked
package io.fleetorchestrator.cli.connection;

import org.jspecify.annotations.NullMarked;
