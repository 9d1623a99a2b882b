/** {@code fleet evaluate}: a season of the closed loop, with and without the scheduler. */
@NullMarked
package io.fleetorchestrator.cli.evaluate;

import org.jspecify.annotations.NullMarked;
