package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.schemas.contract.ModelArtifact;

/** Creates the forecaster of an artifact. Several threads use the forecaster at once. */
@FunctionalInterface
public interface ModelLoader {

    /** Fails with an IllegalArgumentException when this version cannot use the artifact. */
    PointForecaster load(ModelArtifact artifact);
}
