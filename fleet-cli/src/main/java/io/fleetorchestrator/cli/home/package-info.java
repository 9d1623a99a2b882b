/** The files of a fleet in the home directory of its user. */
@NullMarked
package io.fleetorchestrator.cli.home;

import org.jspecify.annotations.NullMarked;
