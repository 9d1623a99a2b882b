/** Plain arithmetic over what clients see; it shares no code with the services that it checks. */
@NullMarked
package io.fleetorchestrator.reliability.oracle;

import org.jspecify.annotations.NullMarked;
