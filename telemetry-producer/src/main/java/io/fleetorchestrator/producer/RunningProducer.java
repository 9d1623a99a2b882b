package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.service.RunningService;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A playback in a thread of its own, and the resources that it uses. */
final class RunningProducer implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProducer.class);

    private final Playback playback;
    private final RecordPublisher publisher;
    private final ProducerListener listener;
    private final Health.Gate gate;
    private final Runnable release;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::play, "telemetry");
    private volatile boolean endedNormally;

    private RunningProducer(
            Playback playback,
            RecordPublisher publisher,
            ProducerListener listener,
            Health.Gate gate,
            Runnable release) {
        this.playback = playback;
        this.publisher = publisher;
        this.listener = listener;
        this.gate = gate;
        this.release = release;
    }

    /** @param release closes what the playback reads from, in its thread */
    static RunningProducer start(
            Playback playback,
            RecordPublisher publisher,
            ProducerListener listener,
            Health.Gate gate,
            Runnable release) {
        var running = new RunningProducer(playback, publisher, listener, gate, release);
        running.thread.start();
        return running;
    }

    private void play() {
        try {
            playback.run();
            endedNormally = true;
        } catch (InterruptedException | InterruptException e) {
            endedNormally = true;
        } catch (RuntimeException e) {
            LOG.error("telemetry publishing failed", e);
            gate.fail(String.valueOf(e.getMessage()));
        } finally {
            settle();
            ended.countDown();
        }
    }

    /** Waits for the records in flight and counts all of them. */
    private void settle() {
        // A stop interrupts this thread, and KafkaProducer.close() skips its wait in an interrupted thread.
        Thread.interrupted();
        release.run();
        publisher.close();
        var counts = publisher.counts();
        endedNormally &= counts.failed() == 0 && counts.sent() == counts.acked();
        listener.ended(counts);
    }

    @Override
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return endedNormally;
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
