package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.schemas.contract.ModelArtifact;

/** Makes a forecaster of an artifact; what it makes is used by several threads at once. */
@FunctionalInterface
public interface ModelLoader {

    /** Fails with an IllegalArgumentException when this version cannot use the artifact. */
    PointForecaster load(ModelArtifact artifact);
}
