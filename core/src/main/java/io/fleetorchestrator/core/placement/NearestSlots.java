package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The slots of a region that break the fewest rules. A rule is to blame when one of these slots breaks it: without the
 * rule the slot would pass, or at least come nearer than any other.
 */
final class NearestSlots {

    private static final int NONE = -1;

    private final SlotWindows windows;
    private final SlotRules rules;
    private int fewestBroken = Integer.MAX_VALUE;
    private int first = NONE;

    /** For each rule, of the slots that break it: the one with the least distance from passing it. */
    private final int[] nearest;

    /** For each rule, of the slots that break it: the one with the largest margin. */
    private final int[] coolest;

    private NearestSlots(SlotWindows windows, SlotRules rules) {
        this.windows = windows;
        this.rules = rules;
        nearest = new int[rules.size()];
        coolest = new int[rules.size()];
    }

    static NearestSlots find(SlotWindows windows, SlotRules rules) {
        var found = new NearestSlots(windows, rules);
        for (int start = windows.first(); start <= windows.last(); start++) {
            if (windows.boundsKnown(start)) {
                found.compare(start);
            }
        }
        return found;
    }

    /** Whether every slot has an hour whose bounds are not known. */
    boolean isEmpty() {
        return first == NONE;
    }

    /** The first slot that passes every rule. */
    Optional<CandidateSlot> passing() {
        return fewestBroken == 0 ? Optional.of(windows.slot(first)) : Optional.empty();
    }

    /** A reason for each rule that is to blame. */
    List<Reason> reasons() {
        var reasons = new ArrayList<Reason>(nearest.length);
        for (int rule = 0; rule < nearest.length; rule++) {
            if (nearest[rule] != NONE) {
                reasons.add(rules.get(rule).explain(windows.slot(nearest[rule])));
            }
        }
        return reasons;
    }

    /** The slot to show as evidence: of those that break the first rule to blame, the one with the largest margin. */
    Optional<CandidateSlot> evidence() {
        for (int start : coolest) {
            if (start != NONE) {
                return Optional.of(windows.slot(start));
            }
        }
        return Optional.empty();
    }

    private void compare(int start) {
        int broken = rules.broken(windows, start);
        int count = Integer.bitCount(broken);
        if (count < fewestBroken) {
            fewestBroken = count;
            first = start;
            Arrays.fill(nearest, NONE);
            Arrays.fill(coolest, NONE);
        }
        if (count == fewestBroken) {
            compare(start, broken);
        }
    }

    private void compare(int start, int broken) {
        for (int rule = 0; rule < nearest.length; rule++) {
            if ((broken & 1 << rule) != 0) {
                nearest[rule] = nearer(rules.get(rule), nearest[rule], start);
                coolest[rule] = cooler(coolest[rule], start);
            }
        }
    }

    private int nearer(SlotRule rule, int best, int start) {
        return best == NONE || rule.distance(windows, start) < rule.distance(windows, best) ? start : best;
    }

    private int cooler(int best, int start) {
        return best == NONE || windows.ambientC(start) < windows.ambientC(best) ? start : best;
    }
}
