/** Brokers, services and clients as processes of their own, with hands on all of them. */
@NullMarked
package io.fleetorchestrator.reliability.scene;

import org.jspecify.annotations.NullMarked;
