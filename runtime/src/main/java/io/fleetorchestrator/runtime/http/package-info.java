/** The endpoint for metrics, probes and the topology of a running service. */
@NullMarked
package io.fleetorchestrator.runtime.http;

import org.jspecify.annotations.NullMarked;
