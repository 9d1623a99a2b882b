package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.publishing.PublishedCounts;
import io.fleetorchestrator.runtime.text.ProgressBar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints the progress of a run: a log line every few seconds, or a bar that is redrawn. */
final class ProgressLines implements ProducerListener {

    private final Clock clock;
    private final Duration every;
    private final Consumer<String> draw;
    private final Consumer<String> log;
    private final Instant started;
    private Instant printed;

    private ProgressLines(Clock clock, Duration every, Consumer<String> draw, Consumer<String> log) {
        this.clock = clock;
        this.every = every;
        this.draw = draw;
        this.log = log;
        this.started = clock.instant();
        this.printed = started;
    }

    /** On a terminal: a bar that is redrawn. */
    static ProgressLines bar(Clock clock, Consumer<String> terminal, Consumer<String> log) {
        return new ProgressLines(clock, Duration.ofMillis(200), text -> terminal.accept("\r" + text), log);
    }

    /** In a log: a line every few seconds. */
    static ProgressLines log(Clock clock, Consumer<String> log) {
        return new ProgressLines(clock, Duration.ofSeconds(5), log, log);
    }

    @Override
    public void entered(Phase phase, Instant eventTime) {
        log.accept(
                switch (phase) {
                    case BACKFILL -> "backfill from " + eventTime;
                    case CATCH_UP -> "catching up from " + eventTime;
                    case LIVE -> "live from " + eventTime;
                });
    }

    @Override
    public void advanced(Progress progress) {
        var now = clock.instant();
        if (progress.phase() != Phase.LIVE && !now.isBefore(printed.plus(every))) {
            printed = now;
            draw.accept(text(progress, now));
        }
    }

    private String text(Progress progress, Instant now) {
        double seconds = Math.max(0.001, Duration.between(started, now).toMillis() / 1000.0);
        double left = progress.share() > 0 ? seconds / progress.share() - seconds : 0;
        return String.format(
                Locale.ROOT,
                "%s %3.0f %%  %,.0f readings/s  %.0f s left  %s",
                ProgressBar.of(progress.share()),
                100 * progress.share(),
                progress.readings() / seconds,
                left,
                progress.eventTime());
    }

    @Override
    public void ended(PublishedCounts counts) {
        log.accept(counts.toString());
    }
}
