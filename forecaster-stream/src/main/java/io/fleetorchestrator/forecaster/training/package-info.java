/** From closed hours to a model that beats guessing. */
@NullMarked
package io.fleetorchestrator.forecaster.training;

import org.jspecify.annotations.NullMarked;
