package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/** The place of a decision in the order of decisions: the same on every instance, so a cursor works on each. */
public record DecisionKey(Instant decidedAt, String requestId, RequestAction action)
        implements Comparable<DecisionKey> {

    private static final Comparator<DecisionKey> ORDER = Comparator.comparing(DecisionKey::decidedAt)
            .thenComparing(DecisionKey::requestId)
            .thenComparing(DecisionKey::action);

    private static final int PARTS = 3;

    static DecisionKey of(SchedulingDecision decision) {
        return new DecisionKey(decision.getDecidedAt(), decision.getRequestId(), decision.getAction());
    }

    /** As text to go on from. */
    public String cursor() {
        var text = decidedAt + " " + action + " " + requestId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place a cursor stands for; empty when it is none of ours. */
    public static Optional<DecisionKey> parse(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new DecisionKey(Instant.parse(parts[0]), parts[2], RequestAction.valueOf(parts[1])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(DecisionKey other) {
        return ORDER.compare(this, other);
    }
}
