package io.fleetorchestrator.producer.faults;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.util.Optional;

/** A reading to publish, and its injected fault. */
public record Delivery(TelemetryReading reading, Optional<FaultKind> fault) {

    static Delivery sound(TelemetryReading reading) {
        return new Delivery(reading, Optional.empty());
    }

    static Delivery faulty(TelemetryReading reading, FaultKind fault) {
        return new Delivery(reading, Optional.of(fault));
    }
}
