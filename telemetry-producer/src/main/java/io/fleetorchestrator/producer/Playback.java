package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.faults.Delivery;
import io.fleetorchestrator.producer.faults.FaultInjector;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.playback.ReplayTick;
import io.fleetorchestrator.producer.playback.Source;
import io.fleetorchestrator.producer.publishing.RecordPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes tick after tick until the source ends or the thread is interrupted. One thread uses all its parts. */
final class Playback {

    /** The longest sleep: requests are submitted and a stop is noticed after it. */
    private static final Duration MAX_SLEEP = Duration.ofMillis(100);

    private final Clock clock;
    private final Source source;
    private final FaultInjector faults;
    private final RecordPublisher publisher;
    private final Submissions submissions;
    private final Loop loop;
    private final Runnable ready;
    private final ProducerListener listener;
    private final ProducerMetrics metrics;
    private final Instant start;
    private Optional<Phase> phase = Optional.empty();
    private Optional<Instant> origin = Optional.empty();
    private long readings;

    /** The effect of decisions on the regions. */
    interface Loop {

        /** Brings the placed load up to date for an instant of event time. */
        void update(Instant eventTime);
    }

    /** The parts of a playback. */
    record Parts(
            Clock clock,
            Source source,
            FaultInjector faults,
            RecordPublisher publisher,
            Submissions submissions,
            Loop loop,
            Runnable ready,
            ProducerListener listener,
            ProducerMetrics metrics) {}

    Playback(Parts parts) {
        this.clock = parts.clock();
        this.source = parts.source();
        this.faults = parts.faults();
        this.publisher = parts.publisher();
        this.submissions = parts.submissions();
        this.loop = parts.loop();
        this.ready = parts.ready();
        this.listener = parts.listener();
        this.metrics = parts.metrics();
        this.start = clock.instant();
    }

    void run() throws InterruptedException {
        for (var tick = next(); tick.isPresent(); tick = next()) {
            enter(tick.get());
            await(tick.get());
            play(tick.get());
        }
        send(faults.remaining());
        publisher.flush();
        publisher.checkHealth();
    }

    private Optional<ReplayTick> next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return source.next(clock.instant());
    }

    private void enter(ReplayTick tick) {
        if (!phase.equals(Optional.of(tick.phase()))) {
            phase = Optional.of(tick.phase());
            listener.entered(tick.phase(), tick.at());
            ready.run();
        }
    }

    private void await(ReplayTick tick) throws InterruptedException {
        for (var now = clock.instant(); now.isBefore(tick.due()); now = clock.instant()) {
            submissions.upTo(tick.eventTime(now));
            var left = Duration.between(now, tick.due());
            Thread.sleep(left.compareTo(MAX_SLEEP) < 0 ? left.toMillis() + 1 : MAX_SLEEP.toMillis());
            publisher.checkHealth();
        }
    }

    private void play(ReplayTick tick) {
        loop.update(tick.at());
        send(faults.deliveries(tick, source.readings(tick), clock.instant()));
        if (tick.phase() != Phase.BACKFILL) {
            submissions.upTo(tick.at());
        }
        publisher.checkHealth();
        var share = share(tick);
        metrics.history(share);
        listener.advanced(new ProducerListener.Progress(tick.phase(), tick.at(), share, readings));
    }

    private void send(List<Delivery> deliveries) {
        deliveries.forEach(publisher::send);
        readings += deliveries.size();
    }

    /** The share of the time from the first tick to the wall clock that is published. */
    private double share(ReplayTick tick) {
        var first = origin.orElse(tick.at());
        origin = Optional.of(first);
        double total = Duration.between(first, start).toMillis();
        double done = Duration.between(first, tick.at()).toMillis();
        return total <= 0 ? 1 : Math.min(1, done / total);
    }
}
