package io.fleetorchestrator.reliability.oracle;

import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares records, which may be invalid, with their outcomes. A request has one decision or is a dead letter, bytes that are
 * not a record are dead letters, and no workload is placed outside of its window. A decision belongs to the record with its
 * name. Dead letters are published at least once (docs/adr/0003), and each counts once.
 */
public final class ExpectedOutcomes {

    /**
     * An acknowledged record.
     *
     * @param name the name in its decision
     * @param origin its topic, partition and offset
     * @param decidable whether a decision is a valid outcome, like a dead letter
     */
    public record Acknowledged(String name, String origin, boolean decidable, Window window) {}

    /** When a workload may run, as milliseconds of the epoch. */
    public record Window(long from, long to) {

        public static final Window ANY = new Window(Long.MIN_VALUE, Long.MAX_VALUE);

        private boolean holds(Placement placement) {
            return placement.getStartsAt().toEpochMilli() >= from
                    && placement.getEndsAt().toEpochMilli() <= to;
        }
    }

    private final Map<String, List<Placement>> decisions = new HashMap<>();
    private final Set<String> letters = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Adds a decision with this name. */
    public void decided(String name, SchedulingDecision decision) {
        counts.merge(name, 1, Integer::sum);
        if (decision.getVerdict() == Verdict.APPROVED
                && decision.getAction() == RequestAction.SUBMIT
                && decision.getPlacement() != null) {
            decisions.computeIfAbsent(name, none -> new ArrayList<>()).add(decision.getPlacement());
        }
    }

    /** Adds a dead letter, by the position of its record or by the name in it. */
    public void deadLettered(String originOrName) {
        letters.add(originOrName);
    }

    public Findings audit(Collection<Acknowledged> records) {
        var lost = new ArrayList<String>();
        var duplicated = new ArrayList<String>();
        var violations = new ArrayList<String>();
        for (var record : records) {
            int answers = answers(record);
            if (answers == 0) {
                lost.add(record.name() + " at " + record.origin());
            } else if (answers > 1) {
                duplicated.add(answers + " × " + record.name() + " at " + record.origin());
            }
            decisions.getOrDefault(record.name(), List.of()).stream()
                    .filter(placement -> !record.window().holds(placement))
                    .forEach(placement -> violations.add(record.name() + " runs at " + placement.getStartsAt()));
        }
        return new Findings(lost, duplicated, violations);
    }

    private int answers(Acknowledged record) {
        boolean deadLettered = letters.contains(record.origin()) || letters.contains(record.name());
        return (deadLettered ? 1 : 0) + (record.decidable() ? counts.getOrDefault(record.name(), 0) : 0);
    }
}
