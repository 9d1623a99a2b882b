package io.fleetorchestrator.center.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One subscriber. A slow subscriber is disconnected and may reconnect with its last id. */
public final class Subscriber {

    /** Twice the number of events that are kept, so that catching up alone cannot fill it. */
    private static final int QUEUE = 4_096;

    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean ended;

    /** Whether there was room. */
    boolean offer(Event event) {
        if (!queue.offer(event)) {
            ended = true;
        }
        return !ended;
    }

    void end() {
        ended = true;
    }

    public boolean ended() {
        return ended;
    }

    /** The next event, if one arrives within the timeout. */
    public Optional<Event> next(Duration timeout) throws InterruptedException {
        return Optional.ofNullable(queue.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }
}
