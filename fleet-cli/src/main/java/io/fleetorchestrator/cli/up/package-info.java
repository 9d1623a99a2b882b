/** Everything in one JVM: broker, registry, twin, forecaster and scheduler. */
@NullMarked
package io.fleetorchestrator.cli.up;

import org.jspecify.annotations.NullMarked;
