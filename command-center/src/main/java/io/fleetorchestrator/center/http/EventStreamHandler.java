package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.events.Event;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.events.Subscriber;
import io.fleetorchestrator.center.security.Caller;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events as they happen, with their ids. Each subscriber has a thread, so that a slow one delays no other. */
public final class EventStreamHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamHandler.class);

    /** A regular comment keeps the connection open in proxies, and shows us if the client has closed it. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How often a subscriber checks whether the service is closing. */
    private static final Duration CHECK_EVERY = Duration.ofMillis(500);

    private static final int MAX_SUBSCRIBERS = 1_000;

    private final EventStream events;
    private final ExecutorService threads;
    private final Json json;
    private final BiPredicate<Caller, Object> visible;

    /** @param visible whether a caller may see what an event shows */
    public EventStreamHandler(
            EventStream events, ExecutorService threads, Json json, BiPredicate<Caller, Object> visible) {
        this.visible = visible;
        this.events = events;
        this.threads = threads;
        this.json = json;
    }

    void open(Context context, ApiRequest call) {
        if (events.subscribers() >= MAX_SUBSCRIBERS) {
            throw ProblemException.later(
                    429, MAX_SUBSCRIBERS + " clients are subscribed already; retry later", HEARTBEAT);
        }
        var wanted = wanted(call);
        var lastSeen = call.header("Last-Event-ID").or(() -> call.text("lastEventId"));
        if (!call.header("Accept").orElse("").contains("text/event-stream")) {
            throw ProblemException.of(406, "this route is a stream of events; send 'Accept: text/event-stream'");
        }
        var response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var subscriber = events.subscribe(lastSeen);
        context.future(() -> {
            var async = context.req().getAsyncContext();
            threads.execute(() -> send(async, response, subscriber, wanted));
            return new CompletableFuture<Void>(); // this class completes the response, not Javalin
        });
    }

    private Predicate<Event> wanted(ApiRequest call) {
        var types = call.text("types").map(list -> Set.copyOf(List.of(list.split(",", -1))));
        return event -> types.map(some -> some.contains(event.type())).orElse(true)
                && visible.test(call.caller(), event.data());
    }

    /**
     * Completes the response however the stream ends: a request that is never completed keeps its connection, its file
     * descriptor and its buffers, also after the client has closed it.
     */
    private void send(
            AsyncContext async, HttpServletResponse response, Subscriber subscriber, Predicate<Event> wanted) {
        try {
            pump(response.getWriter(), subscriber, wanted);
        } catch (IOException e) {
            LOG.debug("a subscriber has disconnected", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            events.unsubscribe(subscriber);
            complete(async);
        }
    }

    /** Directly to the server, which knows whether the request is complete; Javalin would first read the response. */
    private static void complete(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the server had completed the request already", e);
        }
    }

    private void pump(PrintWriter out, Subscriber subscriber, Predicate<Event> wanted) throws InterruptedException {
        out.write(": connected\n\n");
        long quietSince = System.nanoTime();
        while (!out.checkError() && !subscriber.ended()) { // checkError also flushes
            var event = subscriber.next(CHECK_EVERY).filter(wanted);
            if (event.isPresent()) {
                write(out, event.get());
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                out.write(": heartbeat\n\n");
                quietSince = System.nanoTime();
            }
        }
    }

    private void write(PrintWriter out, Event event) {
        out.write("id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + json.write(event.data()) + "\n\n");
    }
}
