/** What a service says about itself: what it waits for, and whether it has failed. */
@NullMarked
package io.fleetorchestrator.runtime.health;

import org.jspecify.annotations.NullMarked;
