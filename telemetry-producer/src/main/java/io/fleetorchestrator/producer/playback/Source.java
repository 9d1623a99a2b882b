package io.fleetorchestrator.producer.playback;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where readings come from. */
public interface Source extends AutoCloseable {

    /** The next beat, seen from now; empty when there is no more. */
    Optional<ReplayTick> next(Instant now);

    /** The readings of that beat. */
    List<TelemetryReading> readings(ReplayTick beat);

    @Override
    void close();
}
