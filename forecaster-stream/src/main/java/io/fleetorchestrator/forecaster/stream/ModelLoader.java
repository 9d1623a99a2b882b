package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.forecaster.model.LoadedModel;
import io.fleetorchestrator.schemas.contract.ModelArtifact;

/** Makes a forecaster of an artifact; what it makes is used and closed on the calling thread only. */
@FunctionalInterface
public interface ModelLoader {

    /** Fails with an IllegalArgumentException when this version cannot use the artifact. */
    LoadedModel load(ModelArtifact artifact);
}
