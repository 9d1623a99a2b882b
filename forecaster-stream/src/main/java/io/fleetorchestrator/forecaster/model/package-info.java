/** Trained models. Only this package uses XGBoost. */
@NullMarked
package io.fleetorchestrator.forecaster.model;

import org.jspecify.annotations.NullMarked;
