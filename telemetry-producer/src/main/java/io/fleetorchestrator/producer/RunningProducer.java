package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.service.RunningService;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A playback in a thread of its own, and what it holds open. */
final class RunningProducer implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProducer.class);

    private final Playback playback;
    private final RecordPublisher outbox;
    private final ProducerListener listener;
    private final Health.Gate gate;
    private final Runnable release;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::play, "telemetry");
    private volatile boolean inPeace;

    private RunningProducer(
            Playback playback, RecordPublisher outbox, ProducerListener listener, Health.Gate gate, Runnable release) {
        this.playback = playback;
        this.outbox = outbox;
        this.listener = listener;
        this.gate = gate;
        this.release = release;
    }

    /** @param release closes what the playback reads from, in its thread */
    static RunningProducer start(
            Playback playback, RecordPublisher outbox, ProducerListener listener, Health.Gate gate, Runnable release) {
        var running = new RunningProducer(playback, outbox, listener, gate, release);
        running.thread.start();
        return running;
    }

    private void play() {
        try {
            playback.run();
            inPeace = true;
        } catch (InterruptedException | InterruptException e) {
            inPeace = true;
        } catch (RuntimeException e) {
            LOG.error("stopped saying readings", e);
            gate.fail(String.valueOf(e.getMessage()));
        } finally {
            settle();
            ended.countDown();
        }
    }

    /** Whatever was sent is given the time to arrive, and all of it is accounted for. */
    private void settle() {
        // A stop interrupts this thread, and Kafka's client would take that for hurry.
        Thread.interrupted();
        release.run();
        outbox.close();
        var tally = outbox.tally();
        inPeace &= tally.failed() == 0 && tally.sent() == tally.acked();
        listener.ended(tally);
    }

    @Override
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return inPeace;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
