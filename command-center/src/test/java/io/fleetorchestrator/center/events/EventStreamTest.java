package io.fleetorchestrator.center.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final EventStream stream = new EventStream(100);

    @Test
    void continuesAfterTheLastEventThatWasReceived() throws InterruptedException {
        stream.publish(event(1));
        stream.publish(event(2));
        stream.publish(event(3));

        var seen = all(stream.subscribe(Optional.of(event(1).id())));

        assertThat(seen).containsExactly(event(2), event(3));
    }

    @Test
    void sendsAllEventsFromTheTimeOfAnUnknownEventOn() throws InterruptedException {
        var restarted = new EventStream(100);
        restarted.publish(event(4));
        restarted.publish(event(2));
        restarted.publish(event(1));

        var seen = all(restarted.subscribe(Optional.of(event(3).id() + "0")));

        assertThat(seen).containsExactly(event(4));
    }

    @Test
    void sendsOnlyLaterEventsToNewSubscribers() throws InterruptedException {
        stream.publish(event(1));
        var subscriber = stream.subscribe(Optional.empty());
        stream.publish(event(2));

        assertThat(all(subscriber)).containsExactly(event(2));
    }

    @Test
    void disconnectsSlowSubscribers() {
        var slow = stream.subscribe(Optional.empty());

        for (int at = 0; at < 5_000; at++) {
            stream.publish(event(at));
        }

        assertThat(slow.ended()).isTrue();
        assertThat(stream.subscribers()).isZero();
    }

    private static Event event(int minute) {
        return Event.of(NOON.plus(Duration.ofMinutes(minute)), "decision", 0, minute, "d" + minute);
    }

    private static List<Event> all(Subscriber subscriber) throws InterruptedException {
        var all = new ArrayList<Event>();
        for (var next = subscriber.next(Duration.ZERO); next.isPresent(); next = subscriber.next(Duration.ZERO)) {
            all.add(next.get());
        }
        return all;
    }
}
