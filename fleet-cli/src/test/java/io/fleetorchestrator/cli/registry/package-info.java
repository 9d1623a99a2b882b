/** Tests of the embedded registry. */
@NullMarked
package io.fleetorchestrator.cli.registry;

import org.jspecify.annotations.NullMarked;
