package io.fleetorchestrator.forecaster.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gauges that come and go together. What they would show and is not known is NaN. */
final class Gauges implements AutoCloseable {

    private final MeterRegistry registry;
    private final Tags common;
    private final List<Meter> registered = new ArrayList<>();

    Gauges(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
    }

    void add(String name, @Nullable String unit, Tags tags, Supplier<@Nullable Double> figure) {
        registered.add(Gauge.builder(name, figure, Gauges::orNaN)
                .baseUnit(unit)
                .tags(common.and(tags))
                .strongReference(true)
                .register(registry));
    }

    private static double orNaN(Supplier<@Nullable Double> figure) {
        var value = figure.get();
        return value == null ? Double.NaN : value;
    }

    @Override
    public void close() {
        registered.forEach(registry::remove);
        registered.clear();
    }
}
