/** The policies of fleets, and the limits and capacities of their regions. */
@NullMarked
package io.fleetorchestrator.cli.profile;

import org.jspecify.annotations.NullMarked;
