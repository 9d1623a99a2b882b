package io.fleetorchestrator.center.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * The place of a decision in the order of decisions: the same on every instance, so a cursor works on each. Two decisions
 * on one id in one minute differ by where they are on their topic.
 *
 * @param at when it was decided, unless that lies in its own future
 */
public record DecisionKey(Instant at, int partition, long offset) implements Comparable<DecisionKey> {

    private static final Comparator<DecisionKey> ORDER = Comparator.comparing(DecisionKey::at)
            .thenComparing(DecisionKey::partition)
            .thenComparing(DecisionKey::offset);

    private static final int PARTS = 3;

    /** As text to go on from. */
    public String cursor() {
        var text = at + " " + partition + " " + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place a cursor stands for; empty when it is none of ours. */
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
