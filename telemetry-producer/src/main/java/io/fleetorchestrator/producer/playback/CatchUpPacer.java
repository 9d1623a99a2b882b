package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of event time that is run through faster than life. */
public final class CatchUpPacer {

    private final double speed;
    private Optional<Instant> firstBeat = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();

    /** @param speed how much faster than life */
    public CatchUpPacer(double speed) {
        this.speed = speed;
    }

    /**
     * The beat at an instant of event time. The first is due at once, and the pace is reckoned from when the second is asked
     * for: whoever is told of the first may hold the race up, and it does not begin with a burst to make up for that.
     */
    public ReplayTick beat(Instant at, Instant now) {
        if (firstBeat.isEmpty()) {
            firstBeat = Optional.of(at);
            return new ReplayTick(Phase.CATCH_UP, at, now, speed);
        }
        var start = startedAt.orElse(now);
        startedAt = Optional.of(start);
        long millis = Duration.between(firstBeat.get(), at).toMillis();
        return new ReplayTick(Phase.CATCH_UP, at, start.plusMillis((long) (millis / speed)), speed);
    }
}
