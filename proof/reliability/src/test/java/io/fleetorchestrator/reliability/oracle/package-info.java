/** Plain arithmetic over what clients see: it shares no code with the streams that it judges. */
@NullMarked
package io.fleetorchestrator.reliability.oracle;

import org.jspecify.annotations.NullMarked;
