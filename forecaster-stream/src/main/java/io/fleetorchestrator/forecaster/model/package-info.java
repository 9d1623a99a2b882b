/** Trained models: the one place that knows XGBoost. */
@NullMarked
package io.fleetorchestrator.forecaster.model;

import org.jspecify.annotations.NullMarked;
