package io.fleetorchestrator.center.events;

import java.time.Instant;
import java.util.Optional;

/**
 * An event of the stream.
 *
 * @param id made of its time and the position of its record: the same on every instance and after a restart
 * @param type decision, forecast or advisory
 * @param data the view that is written as JSON
 */
public record Event(String id, String type, Object data) {

    private static final String SEPARATOR = "-";

    /** The event of the record at this position of a topic. */
    public static Event of(Instant at, String type, int partition, long offset, Object data) {
        return new Event(
                String.join(SEPARATOR, Long.toString(at.toEpochMilli()), type, partition + "", offset + ""),
                type,
                data);
    }

    /** The time of the event with this id; empty if it is not an id of this stream. */
    static Optional<Instant> timeOf(String id) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(id.split(SEPARATOR, 2)[0])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Instant time() {
        return timeOf(id).orElse(Instant.EPOCH);
    }
}
