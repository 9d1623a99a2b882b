/** The rules of fleets, and what their regions can bear. */
@NullMarked
package io.fleetorchestrator.cli.profile;

import org.jspecify.annotations.NullMarked;
