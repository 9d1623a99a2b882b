package io.fleetorchestrator.producer.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The ticks of a run: the history as fast as possible, then optionally a part faster than real time, then real time. Ticks
 * are at round instants, so that a resumed run continues on the same grid. Event time is never ahead of the wall clock.
 */
public final class Timeline {

    /**
     * The phases of a run.
     *
     * @param from start of the history; at or after now for none
     * @param step time between readings of the history
     * @param interval time between live readings
     * @param speed of the end of the history, as a multiple of real time
     * @param catchUp length of that end, if speed is above 1
     * @param live whether to continue after the history
     */
    public record Plan(Instant from, Duration step, Duration interval, double speed, Duration catchUp, boolean live) {}

    private final Plan plan;
    private Phase phase = Phase.BACKFILL;
    private Instant last;
    private final CatchUpPacer pacer;

    public Timeline(Plan plan) {
        this.plan = plan;
        this.pacer = new CatchUpPacer(plan.speed());
        // The first tick may be at the start itself.
        this.last = plan.from().minusMillis(1);
    }

    /** The tick after the last, seen from now; empty at the end of the run. */
    public Optional<ReplayTick> next(Instant now) {
        var tick = tickAfterLast(now);
        tick.ifPresent(found -> last = found.at());
        return tick;
    }

    private Optional<ReplayTick> tickAfterLast(Instant now) {
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
        var tick = pacer.tick(at, now);
        if (at.isAfter(tick.due())) {
            phase = Phase.LIVE;
            return live(now);
        }
        return Optional.of(tick);
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
