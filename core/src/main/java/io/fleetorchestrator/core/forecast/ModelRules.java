package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Optional;

/** What a published model must be to be taken into use; whether it can be loaded is the loader's to find out. */
public final class ModelRules {

    private ModelRules() {}

    /** Why the model is not to be used for this signal, if so. Its id stands in every forecast made with it. */
    public static Optional<String> refusal(Measurement signal, ModelArtifact artifact) {
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
