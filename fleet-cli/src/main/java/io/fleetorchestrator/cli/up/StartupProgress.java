package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.workload.DecisionText;
import io.fleetorchestrator.producer.ProducerListener;
import io.fleetorchestrator.producer.playback.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows the progress of the history, and delays the time lapse until the forecasts have caught up: earlier workloads would
 * all be blocked. Runs in the producer's thread.
 */
final class StartupProgress implements ProducerListener {

    /** The last hour of the history is still open; it closes a grace period after its end. */
    private static final Duration OPEN = Duration.ofHours(2);
    /**
     * How far the time lapse may run ahead of the forecasts. A forecast is issued up to 75 minutes after the last and is
     * used until it is two hours old; on a busy machine, the time lapse slows down so that none becomes stale.
     */
    private static final Duration MAX_LEAD = Duration.ofMinutes(90);
    /** Without a forecaster, the time lapse then starts anyway, and workloads are blocked. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    /** Faster updates are not readable. */
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Screen screen;
    private final ForecastProgress forecasts;
    private final double speed;
    private final Runnable lapseBegins;
    private Optional<Duration> begun = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Duration drawn = Duration.ZERO;
    private long readings;
    private boolean released;

    /** @param lapseBegins called when workloads may be submitted */
    StartupProgress(Screen screen, ForecastProgress forecasts, double speed, Runnable lapseBegins) {
        this.screen = screen;
        this.forecasts = forecasts;
        this.speed = speed;
        this.lapseBegins = lapseBegins;
    }

    @Override
    public void entered(Phase phase, Instant eventTime) {
        if (phase == Phase.BACKFILL) {
            begun = Optional.of(screen.elapsed());
            from = Optional.of(eventTime);
            return;
        }
        if (!released) {
            released = true;
            awaitForecasts(from.orElse(eventTime), eventTime);
        }
        screen.line(
                phase == Phase.CATCH_UP
                        ? String.format(
                                Locale.ROOT,
                                "Time lapse from %s, %.0f times real time. Your own requests start at its end.",
                                DecisionText.moment(eventTime),
                                speed)
                        : "Real time from now on. Each hour closes ten minutes after its end.");
        lapseBegins.run();
    }

    @Override
    public void advanced(Progress now) {
        readings = now.readings();
        if (now.phase() == Phase.CATCH_UP) {
            await(now.eventTime().minus(MAX_LEAD), () -> {});
        } else if (now.phase() == Phase.BACKFILL
                && screen.elapsed().minus(drawn).compareTo(REDRAW) > 0) {
            drawn = screen.elapsed();
            drawHistory(now.share());
        }
    }

    private void drawHistory(double share) {
        double seconds = drawn.minus(begun.orElse(drawn)).toMillis() / 1000.0;
        double left = share > 0 ? seconds / share - seconds : 0;
        screen.draw(
                "history",
                share,
                String.format(Locale.ROOT, "%,.0f readings/s  %.0f s left", readings / Math.max(0.1, seconds), left));
    }

    private void awaitForecasts(Instant start, Instant end) {
        if (readings > 0) {
            screen.step(
                    "history",
                    String.format(Locale.ROOT, "%,d readings since %s", readings, DecisionText.moment(start)));
        }
        var needed = end.minus(OPEN);
        boolean ready = await(needed, () -> drawForecasts(start, needed));
        screen.step(
                "forecasts",
                String.format(
                        Locale.ROOT,
                        "%d regions, %,d hours closed%s",
                        forecasts.regions(),
                        forecasts.closedHours(),
                        ready ? "" : "; some regions have not caught up"));
    }

    private boolean await(Instant needed, Runnable tick) {
        try {
            return forecasts.await(needed, TIMEOUT, tick);
        } catch (InterruptedException stopped) {
            // The producer notices it before it publishes more.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drawForecasts(Instant start, Instant needed) {
        var reached = forecasts.slowest().orElse(start);
        double way = Math.max(1, Duration.between(start, needed).toMillis());
        screen.draw(
                "forecasts",
                Duration.between(start, reached).toMillis() / way,
                String.format(Locale.ROOT, "%,d hours closed", forecasts.closedHours()));
    }
}
