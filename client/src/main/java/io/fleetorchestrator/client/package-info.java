/** Clients of a cluster for tools: read a topic to its end, publish records, request a decision and wait for it. */
@NullMarked
package io.fleetorchestrator.client;

import org.jspecify.annotations.NullMarked;
