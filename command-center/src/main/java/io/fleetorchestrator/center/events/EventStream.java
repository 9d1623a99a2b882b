package io.fleetorchestrator.center.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last events and their subscribers. A subscriber that reconnects with the id of its last event gets the events after
 * it; after a restart, all events from its time on. So an event may arrive twice, under the same id, but none is missing
 * while it is kept.
 */
public final class EventStream {

    private final int kept;
    private final Deque<Event> last = new ArrayDeque<>();
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();

    public EventStream(int kept) {
        this.kept = kept;
    }

    public synchronized void publish(Event event) {
        last.addLast(event);
        if (last.size() > kept) {
            last.removeFirst();
        }
        subscribers.removeIf(subscriber -> !subscriber.offer(event));
    }

    /** Subscribes to the events after {@code lastSeen}, or from now on. */
    public synchronized Subscriber subscribe(Optional<String> lastSeen) {
        var subscriber = new Subscriber();
        lastSeen.map(this::since).orElse(List.of()).forEach(subscriber::offer);
        subscribers.add(subscriber);
        return subscriber;
    }

    public void unsubscribe(Subscriber subscriber) {
        subscribers.remove(subscriber);
        subscriber.end();
    }

    public int subscribers() {
        return subscribers.size();
    }

    /** Ends all subscriptions. */
    public void close() {
        subscribers.forEach(this::unsubscribe);
    }

    private List<Event> since(String id) {
        var missed = new ArrayList<Event>();
        boolean found = false;
        for (var event : last) {
            if (found) {
                missed.add(event);
            }
            found |= event.id().equals(id);
        }
        return found ? missed : fromTimeOf(id);
    }

    private List<Event> fromTimeOf(String id) {
        return Event.timeOf(id)
                .map(from -> last.stream()
                        .filter(event -> !event.time().isBefore(from))
                        .toList())
                .orElse(List.of());
    }
}
