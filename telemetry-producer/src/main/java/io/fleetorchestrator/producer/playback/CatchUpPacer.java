package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Paces a period of event time that is played faster than real time. */
public final class CatchUpPacer {

    private final double speed;
    private Optional<Instant> firstTick = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();

    /** @param speed as a multiple of real time */
    public CatchUpPacer(double speed) {
        this.speed = speed;
    }

    /**
     * The tick at an instant of event time. The first is due at once, and the pace counts from the call for the second: a
     * listener may delay the start at the first tick, and no burst follows to make up for that.
     */
    public ReplayTick tick(Instant at, Instant now) {
        if (firstTick.isEmpty()) {
            firstTick = Optional.of(at);
            return new ReplayTick(Phase.CATCH_UP, at, now, speed);
        }
        var start = startedAt.orElse(now);
        startedAt = Optional.of(start);
        long millis = Duration.between(firstTick.get(), at).toMillis();
        return new ReplayTick(Phase.CATCH_UP, at, start.plusMillis((long) (millis / speed)), speed);
    }
}
