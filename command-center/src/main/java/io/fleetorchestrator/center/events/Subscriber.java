package io.fleetorchestrator.center.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One listener. Whoever cannot keep up is let go, and may come back with the last id it saw. */
public final class Subscriber {

    /** Twice what is kept for those who come back, so that catching up alone never fills it. */
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

    /** The next event, if one comes in that time. */
    public Optional<Event> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
