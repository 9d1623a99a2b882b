/** All services together on one platform, judged by what their clients see. */
@NullMarked
package io.fleetorchestrator.reliability;

import org.jspecify.annotations.NullMarked;
