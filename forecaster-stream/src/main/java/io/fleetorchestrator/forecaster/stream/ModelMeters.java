package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.contract.Signal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Metrics of the active models and their age. */
final class ModelMeters {

    private final MeterRegistry registry;
    private final Map<Measurement, Gauge> info = new EnumMap<>(Measurement.class);
    private final Map<Measurement, Gauge> trainedAt = new EnumMap<>(Measurement.class);

    ModelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    synchronized void inUse(Measurement signal, String modelId, Optional<Instant> trained) {
        Optional.ofNullable(info.remove(signal)).ifPresent(registry::remove);
        Optional.ofNullable(trainedAt.remove(signal)).ifPresent(registry::remove);
        info.put(
                signal,
                Gauge.builder("fleet.model.info", () -> 1)
                        .description("Always 1; the model in use is the label")
                        .tags(tags(signal).and("model", modelId))
                        .register(registry));
        trained.ifPresent(at -> trainedAt.put(
                signal,
                Gauge.builder("fleet.model.trained.at", at::getEpochSecond)
                        .description("End of the training data of the model in use")
                        .baseUnit("seconds")
                        .tags(tags(signal))
                        .register(registry)));
    }

    void refused(Signal signal) {
        Counter.builder("fleet.models.refused")
                .description("Published models that this version cannot use")
                .tags(tags(signal))
                .register(registry)
                .increment();
    }

    private static Tags tags(Enum<?> signal) {
        return Tags.of("signal", signal.name().toLowerCase(Locale.ROOT));
    }
}
