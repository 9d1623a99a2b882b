package io.fleetorchestrator.producer.playback;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-01-10T12:02:03Z");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Test
    void publishesHistoryAtOnceAndThenFollowsTheClock() {
        var timeline = timeline(NOW.minus(Duration.ofMinutes(12)), 1, true);

        then(timeline.next(NOW)).hasValueSatisfying(tick -> {
            then(tick.phase()).isEqualTo(Phase.BACKFILL);
            then(tick.at()).isEqualTo("2026-01-10T11:55:00Z");
            then(tick.due()).isEqualTo(NOW);
        });
        then(timeline.next(NOW).map(ReplayTick::at)).contains(Instant.parse("2026-01-10T12:00:00Z"));
        then(timeline.next(NOW)).hasValueSatisfying(tick -> {
            then(tick.phase()).isEqualTo(Phase.LIVE);
            then(tick.at()).isEqualTo("2026-01-10T12:00:10Z");
        });
    }

    @Test
    void catchesUpAfterASleep() {
        var timeline = timeline(NOW, 1, true);
        timeline.next(NOW);

        var late = timeline.next(NOW.plusSeconds(60)).orElseThrow();

        then(late.at()).isEqualTo("2026-01-10T12:02:20Z");
        then(late.due()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void playsTheEndOfTheHistoryFasterUntilItHasCaughtUp() {
        var timeline = timeline(NOW.minus(Duration.ofDays(2)), 720, true);
        var ticks = run(timeline, NOW);

        var pacer =
                ticks.stream().filter(tick -> tick.phase() == Phase.CATCH_UP).toList();
        then(pacer.get(0).at())
                .isBetween(
                        NOW.minus(Duration.ofDays(1)),
                        NOW.minus(Duration.ofDays(1)).plus(STEP));
        // a day at 720 times real time is two minutes, and those two minutes are caught up with too
        then(Duration.between(NOW, pacer.get(pacer.size() - 1).due()))
                .isBetween(Duration.ofSeconds(115), Duration.ofSeconds(121));
        then(ticks.get(ticks.size() - 1).phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void keepsThePaceAfterADelayedStart() {
        // given a pacer whose first tick is delayed by a quarter of an hour
        var timeline = timeline(NOW.minus(Duration.ofDays(2)), 300, true);
        var first = timeline.next(NOW).orElseThrow();
        while (first.phase() == Phase.BACKFILL) {
            first = timeline.next(NOW).orElseThrow();
        }
        var released = NOW.plus(Duration.ofMinutes(15));

        // when it continues
        var second = timeline.next(released).orElseThrow();
        var third = timeline.next(released).orElseThrow();

        // then five minutes of event time take a second from there on, without a burst
        then(first.due()).isEqualTo(NOW);
        then(second.due()).isEqualTo(released.plusSeconds(1));
        then(third.due()).isEqualTo(released.plusSeconds(2));
    }

    @Test
    void endsWithTheHistoryUnlessItIsLive() {
        var timeline = timeline(NOW.minus(STEP), 1, false);

        then(timeline.next(NOW)).isPresent();
        then(timeline.next(NOW)).isEmpty();
    }

    @Property(tries = 100)
    void neverRepeatsATickNorRunsAheadOfTheClock(
            @ForAll @IntRange(min = 0, max = 200_000) int seconds, @ForAll @IntRange(min = 1, max = 5000) int speed) {
        var ticks = run(timeline(NOW.minusSeconds(seconds), speed, true), NOW);

        for (int i = 0; i < ticks.size(); i++) {
            then(ticks.get(i).at()).isBeforeOrEqualTo(ticks.get(i).due());
            if (i > 0) {
                then(ticks.get(i).at()).isAfter(ticks.get(i - 1).at());
            }
        }
    }

    @Test
    void givesTheEventTimeBeforeATickIsDue() {
        var tick = new ReplayTick(Phase.CATCH_UP, NOW, NOW.plusSeconds(10), 60);

        then(tick.eventTime(NOW)).isEqualTo(NOW.minusSeconds(600));
        then(tick.eventTime(NOW.plusSeconds(10))).isEqualTo(NOW);
    }

    private static Timeline timeline(Instant from, double speed, boolean live) {
        return new Timeline(new Timeline.Plan(from, STEP, INTERVAL, speed, Duration.ofDays(1), live));
    }

    /** Up to the third live tick, with a clock that only moves while waiting. */
    private static List<ReplayTick> run(Timeline timeline, Instant start) {
        var ticks = new ArrayList<ReplayTick>();
        var now = start;
        int live = 0;
        while (live < 3) {
            Optional<ReplayTick> tick = timeline.next(now);
            ticks.add(tick.orElseThrow());
            now = tick.get().due().isAfter(now) ? tick.get().due() : now;
            live += tick.get().phase() == Phase.LIVE ? 1 : 0;
        }
        return ticks;
    }
}
