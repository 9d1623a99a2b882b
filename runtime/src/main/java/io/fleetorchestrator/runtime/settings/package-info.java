/** How a service is told what to do: one record of settings, read from defaults, file, environment and flags. */
@NullMarked
package io.fleetorchestrator.runtime.settings;

import org.jspecify.annotations.NullMarked;
