/** All services together on one cluster, checked by what their clients see. */
@NullMarked
package io.fleetorchestrator.reliability;

import org.jspecify.annotations.NullMarked;
