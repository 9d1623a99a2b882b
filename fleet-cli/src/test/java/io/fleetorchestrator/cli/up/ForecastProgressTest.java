package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForecastProgressTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Set<String> BOTH = Set.of("arizona", "wyoming");

    private final ForecastProgress progress = new ForecastProgress(BOTH);

    @Test
    void isThatOfTheSlowestRegion() {
        // given
        progress.reach("arizona", NOON.plusSeconds(3600));

        // then
        assertThat(progress.slowest()).as("wyoming has no forecast").isEmpty();

        // when
        progress.reach("wyoming", NOON);

        // then
        assertThat(progress.slowest()).contains(NOON);
        assertThat(progress.closedHours()).isEqualTo(2);
    }

    @Test
    void doesNotGoBackWhenAnOldForecastIsReadAgain() {
        progress.reach("wyoming", NOON);
        progress.reach("arizona", NOON);
        progress.reach("arizona", NOON.minusSeconds(3600));

        assertThat(progress.slowest()).contains(NOON);
    }

    @Test
    void ignoresForecastsOfOtherRegions() {
        // given
        progress.reach("arizona", NOON);
        progress.reach("wyoming", NOON);

        // when
        progress.reach("atlantis", NOON.minusSeconds(86_400));

        // then
        assertThat(progress.slowest()).contains(NOON);
        assertThat(progress.follows("atlantis")).isFalse();
        assertThat(progress.follows(null)).isFalse();
    }

    @Test
    void waitsNoLongerThanTheTimeout() throws InterruptedException {
        assertThat(progress.await(NOON, Duration.ZERO, () -> {})).isFalse();
    }

    @Test
    void returnsOnceAllHaveCaughtUp() throws InterruptedException {
        var hours = NOON;
        boolean ready = progress.await(hours, Duration.ofMinutes(1), () -> {
            progress.reach("arizona", hours);
            progress.reach("wyoming", hours);
        });

        assertThat(ready).isTrue();
    }
}
