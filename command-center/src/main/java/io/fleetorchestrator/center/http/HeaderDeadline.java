package io.fleetorchestrator.center.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose request headers do not arrive in time. Jetty's idle timeout restarts with every byte, so a client
 * that sends single bytes could keep its connection open without limit.
 */
public final class HeaderDeadline extends AbstractLifeCycle {

    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

    private final Connector connector;
    private final Duration within;
    private final Map<EndPoint, Waiting> waiting = new HashMap<>();
    private volatile Scheduler.Task next = () -> false;

    /**
     * A connection without a request in progress.
     *
     * @param requests number of its requests so far
     * @param bytes number of bytes that it had sent by then
     * @param since when the first byte of the next request was seen; 0 while there is none
     */
    private record Waiting(long requests, long bytes, long since) {

        static Waiting idle(Connection connection, boolean known) {
            // A new connection has sent only headers of its first request so far.
            return new Waiting(connection.getMessagesIn(), known ? connection.getBytesIn() : 0, 0);
        }

        Waiting at(Connection connection, long now) {
            return since == 0 && connection.getBytesIn() > bytes ? new Waiting(requests, bytes, now) : this;
        }
    }

    public HeaderDeadline(Connector connector, Duration within) {
        this.connector = connector;
        this.within = within;
    }

    @Override
    protected void doStart() {
        next = connector.getScheduler().schedule(this::check, CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void check() {
        long now = System.nanoTime();
        var open = connector.getConnectedEndPoints();
        waiting.keySet().retainAll(open);
        open.forEach(endPoint -> check(endPoint, now));
        if (isRunning()) {
            doStart();
        }
    }

    private void check(EndPoint endPoint, long now) {
        var connection = endPoint.getConnection();
        if (connection == null) {
            return;
        }
        var before = waiting.get(endPoint);
        if (before == null || before.requests() != connection.getMessagesIn()) {
            boolean first = before == null && connection.getMessagesIn() == 0;
            waiting.put(endPoint, Waiting.idle(connection, !first).at(connection, now));
        } else if (connection.getMessagesOut() < connection.getMessagesIn()) {
            waiting.put(endPoint, Waiting.idle(connection, true)); // its body may still be arriving
        } else {
            var after = before.at(connection, now);
            waiting.put(endPoint, after);
            if (after.since() != 0 && now - after.since() > within.toNanos()) {
                endPoint.close();
            }
        }
    }
}
