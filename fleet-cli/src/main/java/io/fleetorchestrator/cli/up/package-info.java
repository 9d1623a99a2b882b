/** {@code fleet up}: broker, registry, simulator and services in one JVM. */
@NullMarked
package io.fleetorchestrator.cli.up;

import org.jspecify.annotations.NullMarked;
