package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.events.Event;
import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.events.Subscriber;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Sends events as they happen, with their ids, one thread per listener: a slow one holds up nobody but itself. */
public final class EventStreamHandler {

    /** A comment now and then tells proxies that the line is alive, and us that it is not. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How often a listener looks whether the service is closing. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int MOST_LISTENERS = 1_000;

    private final EventStream events;
    private final ExecutorService threads;
    private final Json json;

    public EventStreamHandler(EventStream events, ExecutorService threads, Json json) {
        this.events = events;
        this.threads = threads;
        this.json = json;
    }

    void open(Context context, Call call) {
        if (events.subscribers() >= MOST_LISTENERS) {
            throw ProblemException.later(429, "too many listen already", HEARTBEAT);
        }
        var types = call.text("types").map(list -> Set.copyOf(List.of(list.split(",", -1))));
        var lastSeen = call.header("Last-Event-ID").or(() -> call.text("lastEventId"));
        if (!call.header("Accept").orElse("").contains("text/event-stream")) {
            throw ProblemException.of(406, "this is a stream; ask for it with 'Accept: text/event-stream'");
        }
        context.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
        new SseHandler(client -> listen(client, events.subscribe(lastSeen), types)).handle(context);
    }

    private void listen(SseClient client, Subscriber subscriber, Optional<Set<String>> types) {
        client.keepAlive();
        client.onClose(() -> events.unsubscribe(subscriber));
        threads.execute(() -> send(client, subscriber, types));
    }

    private void send(SseClient client, Subscriber subscriber, Optional<Set<String>> types) {
        try {
            client.sendComment("welcome");
            pump(client, subscriber, types);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            events.unsubscribe(subscriber);
            hangUp(client);
        }
    }

    /** Whoever has gone already has left nothing to close: its request may be another's by now. */
    private static void hangUp(SseClient client) {
        if (!client.terminated()) {
            client.close();
        }
    }

    private void pump(SseClient client, Subscriber subscriber, Optional<Set<String>> types)
            throws InterruptedException {
        long quietSince = System.nanoTime();
        while (!subscriber.ended() && !client.terminated()) {
            var event = subscriber
                    .next(PATIENCE)
                    .filter(next ->
                            types.map(some -> some.contains(next.type())).orElse(true));
            if (event.isPresent()) {
                send(client, event.get());
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                client.sendComment("still here");
                quietSince = System.nanoTime();
            }
        }
    }

    private void send(SseClient client, Event event) {
        client.sendEvent(event.type(), json.write(event.data()), event.id());
    }
}
