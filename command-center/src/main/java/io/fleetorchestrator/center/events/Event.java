package io.fleetorchestrator.center.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param id when it happened and which record said so: the same on every instance and after a restart
 * @param type what kind of thing
 * @param data the thing, to be written as JSON
 */
public record Event(String id, String type, Object data) {

    private static final String SEPARATOR = "-";

    /** The event of the record at this place of a topic. */
    public static Event of(Instant at, String type, int partition, long offset, Object data) {
        return new Event(
                String.join(SEPARATOR, Long.toString(at.toEpochMilli()), type, partition + "", offset + ""),
                type,
                data);
    }

    /** When the event with this id happened; empty when it is none of ours. */
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
