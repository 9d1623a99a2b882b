package io.fleetorchestrator.center.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * The position of a decision in the order of decisions. It is the same on every instance, so a cursor works on each. Two
 * decisions in one minute differ in their position on the topic.
 *
 * @param at time of the decision, bounded by its time of publication
 */
public record DecisionKey(Instant at, int partition, long offset) implements Comparable<DecisionKey> {

    private static final Comparator<DecisionKey> ORDER = Comparator.comparing(DecisionKey::at)
            .thenComparing(DecisionKey::partition)
            .thenComparing(DecisionKey::offset);

    private static final int PARTS = 3;

    /** The text form, by which a client continues. */
    public String cursor() {
        var text = at + " " + partition + " " + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a cursor; empty if the text is not a cursor. */
    public static Optional<DecisionKey> parse(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new DecisionKey(
                            Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(DecisionKey other) {
        return ORDER.compare(this, other);
    }
}
