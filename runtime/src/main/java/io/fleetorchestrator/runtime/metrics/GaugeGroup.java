package io.fleetorchestrator.runtime.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gauges with common tags that are registered and removed together. They are written by one thread. */
public final class GaugeGroup implements AutoCloseable {

    private final MeterRegistry registry;
    private final Tags common;
    private final List<Meter> registered = new ArrayList<>();

    public GaugeGroup(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
    }

    /** Adds a gauge that has no tags but the common ones. */
    public void add(String name, @Nullable String unit, String description, Supplier<@Nullable Double> value) {
        add(name, unit, description, Tags.empty(), value);
    }

    /** Adds a gauge. It shows NaN while its value is null. */
    public void add(
            String name, @Nullable String unit, String description, Tags more, Supplier<@Nullable Double> value) {
        registered.add(Gauge.builder(name, value, GaugeGroup::orNaN)
                .description(description)
                .baseUnit(unit)
                .tags(common.and(more))
                .strongReference(true)
                .register(registry));
    }

    private static double orNaN(Supplier<@Nullable Double> supplier) {
        var value = supplier.get();
        return value == null ? Double.NaN : value;
    }

    @Override
    public void close() {
        registered.forEach(registry::remove);
        registered.clear();
    }
}
