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
 * Holds records that may be absurd against what came of them. A request has one decision or is a dead letter, bytes that are
 * no record are dead letters, and nobody is placed outside of the window that was asked for. A decision belongs to the record
 * whose name it carries. Dead letters are at least once (docs/adr/0003): each counts once.
 */
public final class OwedAnswers {

    /**
     * An acknowledged record.
     *
     * @param name what its decision carries
     * @param origin its topic, partition and offset
     * @param decidable whether a decision answers it as well as a dead letter
     */
    public record Debt(String name, String origin, boolean decidable, Window window) {}

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

    /** Takes a decision that carries this name. */
    public void decided(String name, SchedulingDecision decision) {
        counts.merge(name, 1, Integer::sum);
        if (decision.getVerdict() == Verdict.APPROVED
                && decision.getAction() == RequestAction.SUBMIT
                && decision.getPlacement() != null) {
            decisions.computeIfAbsent(name, none -> new ArrayList<>()).add(decision.getPlacement());
        }
    }

    /** Takes a dead letter: either where its record lies, or the name that its record carries. */
    public void putAside(String originOrName) {
        letters.add(originOrName);
    }

    public Findings audit(Collection<Debt> debts) {
        var lost = new ArrayList<String>();
        var duplicated = new ArrayList<String>();
        var violations = new ArrayList<String>();
        for (var debt : debts) {
            int answers = answers(debt);
            if (answers == 0) {
                lost.add(debt.name() + " at " + debt.origin());
            } else if (answers > 1) {
                duplicated.add(answers + " × " + debt.name() + " at " + debt.origin());
            }
            decisions.getOrDefault(debt.name(), List.of()).stream()
                    .filter(placement -> !debt.window().holds(placement))
                    .forEach(placement -> violations.add(debt.name() + " runs at " + placement.getStartsAt()));
        }
        return new Findings(lost, duplicated, violations);
    }

    private int answers(Debt debt) {
        boolean aside = letters.contains(debt.origin()) || letters.contains(debt.name());
        return (aside ? 1 : 0) + (debt.decidable() ? counts.getOrDefault(debt.name(), 0) : 0);
    }
}
