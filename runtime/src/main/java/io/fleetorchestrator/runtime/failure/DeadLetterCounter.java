package io.fleetorchestrator.runtime.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;

/** Counts what was set aside, by reason. */
final class DeadLetterCounter {

    /** Handlers are made by Kafka Streams, which hands them its configuration and nothing else. */
    static final String METERS_CONFIG = "fleet.meter.registry";

    private final MeterRegistry meters;

    private DeadLetterCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    static DeadLetterCounter from(Map<String, ?> config) {
        return new DeadLetterCounter(
                config.get(METERS_CONFIG) instanceof MeterRegistry given ? given : new SimpleMeterRegistry());
    }

    /** Shows a reason before it occurs. */
    DeadLetterCounter announce(String reason) {
        of(reason, meters);
        return this;
    }

    void count(String reason) {
        of(reason, meters).increment();
    }

    static Counter of(String reason, MeterRegistry meters) {
        return Counter.builder("fleet.dead.letters")
                .description("Records set aside on the dead-letter topic")
                .tag("reason", reason)
                .register(meters);
    }
}
