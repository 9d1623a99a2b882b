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

/** Sends beat after beat until the source ends or the thread is interrupted. All its parts belong to that thread. */
final class Playback {

    /** How long a request may wait for being submitted, and a stop for being noticed. */
    private static final Duration NAP = Duration.ofMillis(100);

    private final Clock clock;
    private final Source source;
    private final FaultInjector faults;
    private final RecordPublisher outbox;
    private final Submissions submissions;
    private final Loop loop;
    private final Runnable ready;
    private final ProducerListener listener;
    private final ProducerMetrics metrics;
    private final Instant start;
    private Optional<Phase> phase = Optional.empty();
    private Optional<Instant> origin = Optional.empty();
    private long readings;

    /** What the decisions do to the regions. */
    interface Loop {

        /** Brings the placed load up to date for an instant of event time. */
        void update(Instant eventTime);
    }

    /** What a playback is made of. */
    record Parts(
            Clock clock,
            Source source,
            FaultInjector faults,
            RecordPublisher outbox,
            Submissions submissions,
            Loop loop,
            Runnable ready,
            ProducerListener listener,
            ProducerMetrics metrics) {}

    Playback(Parts parts) {
        this.clock = parts.clock();
        this.source = parts.source();
        this.faults = parts.faults();
        this.outbox = parts.outbox();
        this.submissions = parts.submissions();
        this.loop = parts.loop();
        this.ready = parts.ready();
        this.listener = parts.listener();
        this.metrics = parts.metrics();
        this.start = clock.instant();
    }

    void run() throws InterruptedException {
        for (var beat = next(); beat.isPresent(); beat = next()) {
            enter(beat.get());
            await(beat.get());
            play(beat.get());
        }
        send(faults.rest());
        outbox.flush();
        outbox.checkHealth();
    }

    private Optional<ReplayTick> next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return source.next(clock.instant());
    }

    private void enter(ReplayTick beat) {
        if (!phase.equals(Optional.of(beat.phase()))) {
            phase = Optional.of(beat.phase());
            listener.entered(beat.phase(), beat.at());
            ready.run();
        }
    }

    private void await(ReplayTick beat) throws InterruptedException {
        for (var now = clock.instant(); now.isBefore(beat.due()); now = clock.instant()) {
            submissions.upTo(beat.eventTime(now));
            var left = Duration.between(now, beat.due());
            Thread.sleep(left.compareTo(NAP) < 0 ? left.toMillis() + 1 : NAP.toMillis());
            outbox.checkHealth();
        }
    }

    private void play(ReplayTick beat) {
        loop.update(beat.at());
        send(faults.deliveries(beat, source.readings(beat), clock.instant()));
        if (beat.phase() != Phase.BACKFILL) {
            submissions.upTo(beat.at());
        }
        outbox.checkHealth();
        var share = share(beat);
        metrics.history(share);
        listener.advanced(new ProducerListener.Progress(beat.phase(), beat.at(), share, readings));
    }

    private void send(List<Delivery> deliveries) {
        deliveries.forEach(outbox::send);
        readings += deliveries.size();
    }

    /** How much of the way from the first beat to the wall clock has been gone. */
    private double share(ReplayTick beat) {
        var first = origin.orElse(beat.at());
        origin = Optional.of(first);
        double way = Duration.between(first, start).toMillis();
        double gone = Duration.between(first, beat.at()).toMillis();
        return way <= 0 ? 1 : Math.min(1, gone / way);
    }
}
