package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Activates published models. Each instance reads all of them. */
record ModelProcessor(ActiveModels models) implements Processor<String, ModelArtifact, Void, Void> {

    @Override
    public void process(Record<String, @Nullable ModelArtifact> record) {
        var artifact = record.value();
        signal(record.key()).ifPresent(signal -> {
            if (artifact == null) {
                models.remove(signal);
            } else {
                models.put(signal, artifact);
            }
        });
    }

    private static Optional<Measurement> signal(String key) {
        return Measurement.forecast().stream()
                .filter(signal -> signal.name().equals(key))
                .findFirst();
    }
}
