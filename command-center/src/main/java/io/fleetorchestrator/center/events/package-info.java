/** A bounded stream of events that a client can resume. */
@NullMarked
package io.fleetorchestrator.center.events;

import org.jspecify.annotations.NullMarked;
