/** What happens, as it happens: a bounded stream that a client can take up again. */
@NullMarked
package io.fleetorchestrator.center.events;

import org.jspecify.annotations.NullMarked;
