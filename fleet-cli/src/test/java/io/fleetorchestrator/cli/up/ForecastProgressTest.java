package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForecastProgressTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Set<String> BOTH = Set.of("arizona", "wyoming");

    private final ForecastProgress frontier = new ForecastProgress(BOTH);

    @Test
    void isWhereTheSlowestRegionIs() {
        // given
        frontier.reach("arizona", NOON.plusSeconds(3600));

        // then
        assertThat(frontier.slowest()).as("wyoming has said nothing").isEmpty();

        // when
        frontier.reach("wyoming", NOON);

        // then
        assertThat(frontier.slowest()).contains(NOON);
        assertThat(frontier.closedHours()).isEqualTo(2);
    }

    @Test
    void doesNotGoBackWhenAnOldForecastIsReadAgain() {
        frontier.reach("wyoming", NOON);
        frontier.reach("arizona", NOON);
        frontier.reach("arizona", NOON.minusSeconds(3600));

        assertThat(frontier.slowest()).contains(NOON);
    }

    @Test
    void isNotHeldBackByWhoeverElsePublishesForecasts() {
        // given
        frontier.reach("arizona", NOON);
        frontier.reach("wyoming", NOON);

        // when
        frontier.reach("atlantis", NOON.minusSeconds(86_400));

        // then
        assertThat(frontier.slowest()).contains(NOON);
        assertThat(frontier.follows("atlantis")).isFalse();
        assertThat(frontier.follows(null)).isFalse();
    }

    @Test
    void waitsNoLongerThanPatienceLasts() throws InterruptedException {
        assertThat(frontier.await(NOON, Duration.ZERO, () -> {})).isFalse();
    }

    @Test
    void letsGoOnceAllHaveCaughtUp() throws InterruptedException {
        var hours = NOON;
        boolean ready = frontier.await(hours, Duration.ofMinutes(1), () -> {
            frontier.reach("arizona", hours);
            frontier.reach("wyoming", hours);
        });

        assertThat(ready).isTrue();
    }
}
