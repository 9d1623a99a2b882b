/** A cluster as tools see it: read a topic from one end to the other, publish to it, ask for a decision and await it. */
@NullMarked
package io.fleetorchestrator.client;

import org.jspecify.annotations.NullMarked;
