package io.fleetorchestrator.producer.playback;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A source of readings. */
public interface Source extends AutoCloseable {

    /** The next tick, seen from now; empty at the end. */
    Optional<ReplayTick> next(Instant now);

    /** The readings of that tick. */
    List<TelemetryReading> readings(ReplayTick tick);

    @Override
    void close();
}
