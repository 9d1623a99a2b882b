/** Settings of services: one record each, read from defaults, file, environment and flags. */
@NullMarked
package io.fleetorchestrator.runtime.settings;

import org.jspecify.annotations.NullMarked;
