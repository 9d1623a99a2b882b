/** The command center: HTTP API and live page over a bounded read model of the topics. */
@NullMarked
package io.fleetorchestrator.center;

import org.jspecify.annotations.NullMarked;
