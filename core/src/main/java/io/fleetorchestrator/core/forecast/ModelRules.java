package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Optional;

/** Rules for published models. Whether a model can be loaded is not checked here. */
public final class ModelRules {

    private ModelRules() {}

    /** Why the model must not be used for this signal; empty if it may be used. Every forecast with it contains its id. */
    public static Optional<String> rejection(Measurement signal, ModelArtifact artifact) {
        if (artifact.getSignal() != signal.signal()) {
            return Optional.of("signal is " + artifact.getSignal() + " but must equal the record key, " + signal);
        }
        if (!InputLimits.isName(artifact.getModelId())) {
            return Optional.of(
                    "modelId is '" + Culprit.of(artifact.getModelId()) + "' but must be " + InputLimits.NAME);
        }
        return InputLimits.isTime(artifact.getTrainedAt())
                ? Optional.empty()
                : Optional.of("trainedAt is " + artifact.getTrainedAt() + " but must be " + InputLimits.TIME);
    }
}
