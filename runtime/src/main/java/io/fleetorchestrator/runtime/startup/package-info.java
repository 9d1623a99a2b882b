/** Checks of the cluster before a service starts. */
@NullMarked
package io.fleetorchestrator.runtime.startup;

import org.jspecify.annotations.NullMarked;
