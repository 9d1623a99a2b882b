package io.fleetorchestrator.core.placement;

import java.util.List;

/**
 * The rules for slots. A new rule is a class, and an entry in {@link #ALL}.
 *
 * @param inOrder the evidence of a blocked request shows a slot that breaks the first of the rules that are to blame
 */
record SlotRules(List<SlotRule> inOrder) {

    static final SlotRules ALL = new SlotRules(List.of(new ThermalRule(), new CapacityRule()));

    boolean allPass(SlotWindows windows, int start) {
        for (var rule : inOrder) {
            if (!rule.passes(windows, start)) {
                return false;
            }
        }
        return true;
    }

    int countBroken(SlotWindows windows, int start) {
        int broken = 0;
        for (var rule : inOrder) {
            if (!rule.passes(windows, start)) {
                broken++;
            }
        }
        return broken;
    }
}
