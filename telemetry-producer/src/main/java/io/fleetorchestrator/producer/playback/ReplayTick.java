package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;

/**
 * An instant of event time with its readings.
 *
 * @param at the event time
 * @param due wall-clock time at which to send them
 * @param speed speed of event time as a multiple of the wall clock
 */
public record ReplayTick(Phase phase, Instant at, Instant due, double speed) {

    /** The event time at an instant of the wall clock before this tick is due. */
    public Instant eventTime(Instant now) {
        double ahead = Duration.between(now, due).toMillis() * speed;
        return ahead <= 0 ? at : at.minusMillis((long) ahead);
    }
}
