package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;

/**
 * An instant of event time at which readings are taken.
 *
 * @param at the event time
 * @param due when, by the wall clock, they are to be sent
 * @param speed how much faster than the wall clock event time runs
 */
public record ReplayTick(Phase phase, Instant at, Instant due, double speed) {

    /** The event time at an instant of the wall clock, as long as this beat is waited for. */
    public Instant eventTime(Instant now) {
        double ahead = Duration.between(now, due).toMillis() * speed;
        return ahead <= 0 ? at : at.minusMillis((long) ahead);
    }
}
