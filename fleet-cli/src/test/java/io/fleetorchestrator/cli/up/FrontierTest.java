package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Set<String> BOTH = Set.of("arizona", "wyoming");

    private final Frontier frontier = new Frontier();

    @Test
    void isWhereTheSlowestRegionIs() {
        // given
        frontier.reach("arizona", NOON.plusSeconds(3600));

        // then
        assertThat(frontier.slowest(BOTH)).as("wyoming has said nothing").isEmpty();

        // when
        frontier.reach("wyoming", NOON);

        // then
        assertThat(frontier.slowest(BOTH)).contains(NOON);
        assertThat(frontier.closedHours()).isEqualTo(2);
    }

    @Test
    void doesNotGoBackWhenAnOldForecastIsReadAgain() {
        frontier.reach("arizona", NOON);
        frontier.reach("arizona", NOON.minusSeconds(3600));

        assertThat(frontier.slowest(Set.of("arizona"))).contains(NOON);
    }

    @Test
    void waitsNoLongerThanPatienceLasts() throws InterruptedException {
        assertThat(frontier.await(BOTH, NOON, Duration.ZERO, () -> {})).isFalse();
    }

    @Test
    void letsGoOnceAllHaveCaughtUp() throws InterruptedException {
        var hours = NOON;
        boolean ready = frontier.await(BOTH, hours, Duration.ofMinutes(1), () -> {
            frontier.reach("arizona", hours);
            frontier.reach("wyoming", hours);
        });

        assertThat(ready).isTrue();
    }
}
