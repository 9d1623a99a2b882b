package io.fleetorchestrator.runtime.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;

/** Counts records on the dead-letter topic by reason. */
final class DeadLetterCounter {

    /** Kafka Streams creates the handlers and passes them nothing but its configuration, so the registry travels in it. */
    static final String METERS_CONFIG = "fleet.meter.registry";

    private final MeterRegistry meters;

    private DeadLetterCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    static DeadLetterCounter from(Map<String, ?> config) {
        return new DeadLetterCounter(
                config.get(METERS_CONFIG) instanceof MeterRegistry given ? given : new SimpleMeterRegistry());
    }

    /** Registers a reason before it occurs. */
    DeadLetterCounter announce(String reason) {
        of(reason, meters);
        return this;
    }

    void count(String reason) {
        of(reason, meters).increment();
    }

    static Counter of(String reason, MeterRegistry meters) {
        return Counter.builder("fleet.dead.letters")
                .description("Records sent to the dead-letter topic")
                .tag("reason", reason)
                .register(meters);
    }
}
