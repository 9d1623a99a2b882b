package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The beats of a run: history as fast as it goes, then, if asked for, a stretch faster than life, then life. Beats lie on
 * round instants, so that a run that resumes another goes on along the same grid. Event time is never ahead of the wall clock.
 */
public final class Timeline {

    /**
     * How event time is to run.
     *
     * @param from where history starts; at or after now for none
     * @param step between readings of the past
     * @param interval between live readings
     * @param speed how much faster than life the end of history is played
     * @param catchUp how much of the end of history that is, when speed is above 1
     * @param live whether to go on once history has caught up with now
     */
    public record Plan(Instant from, Duration step, Duration interval, double speed, Duration catchUp, boolean live) {}

    private final Plan plan;
    private Phase phase = Phase.BACKFILL;
    private Instant last;
    private final CatchUpPacer race;

    public Timeline(Plan plan) {
        this.plan = plan;
        this.race = new CatchUpPacer(plan.speed());
        // The first beat may be on the start itself.
        this.last = plan.from().minusMillis(1);
    }

    /** The beat after the last, seen from now; empty when the run is over. */
    public Optional<ReplayTick> next(Instant now) {
        var beat = beatAfterLast(now);
        beat.ifPresent(found -> last = found.at());
        return beat;
    }

    private Optional<ReplayTick> beatAfterLast(Instant now) {
        return switch (phase) {
            case BACKFILL -> backfill(now);
            case CATCH_UP -> catchUp(now);
            case LIVE -> live(now);
        };
    }

    private Optional<ReplayTick> backfill(Instant now) {
        var at = after(last, plan.step());
        var end = plan.speed() > 1 ? now.minus(plan.catchUp()) : now;
        if (at.isAfter(end)) {
            phase = Phase.CATCH_UP;
            return catchUp(now);
        }
        return Optional.of(new ReplayTick(Phase.BACKFILL, at, now, Double.POSITIVE_INFINITY));
    }

    private Optional<ReplayTick> catchUp(Instant now) {
        var at = after(last, plan.step());
        var beat = race.beat(at, now);
        if (at.isAfter(beat.due())) {
            phase = Phase.LIVE;
            return live(now);
        }
        return Optional.of(beat);
    }

    private Optional<ReplayTick> live(Instant now) {
        if (!plan.live()) {
            return Optional.empty();
        }
        var at = after(last, plan.interval());
        return Optional.of(new ReplayTick(Phase.LIVE, at, at.isAfter(now) ? at : now, 1));
    }

    /** The first round instant after this one. */
    private static Instant after(Instant instant, Duration grid) {
        long millis = grid.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(instant.toEpochMilli(), millis) + 1) * millis);
    }
}
