/** Brokers, services and clients as processes that tests can stop, kill and cut off. */
@NullMarked
package io.fleetorchestrator.reliability.scene;

import org.jspecify.annotations.NullMarked;
