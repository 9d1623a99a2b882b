/** {@code fleet evaluate}: a simulated season, with and without the scheduler. */
@NullMarked
package io.fleetorchestrator.cli.evaluate;

import org.jspecify.annotations.NullMarked;
