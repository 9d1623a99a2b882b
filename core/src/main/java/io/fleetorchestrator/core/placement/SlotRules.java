package io.fleetorchestrator.core.placement;

/**
 * The rules for slots. A new rule is a class, and an entry in {@link #ALL}. In their order: the evidence of a blocked
 * request shows a slot that breaks the first of the rules that are to blame.
 */
final class SlotRules {

    static final SlotRules ALL = new SlotRules(new ThermalRule(), new CapacityRule());

    /** An array, because every slot of a fleet is held against them. */
    private final SlotRule[] rules;

    SlotRules(SlotRule... inOrder) {
        rules = inOrder.clone();
    }

    int size() {
        return rules.length;
    }

    SlotRule get(int index) {
        return rules[index];
    }

    boolean allPass(SlotWindows windows, int start) {
        for (var rule : rules) {
            if (!rule.passes(windows, start)) {
                return false;
            }
        }
        return true;
    }

    /** The rules that the window breaks, as a bit at the index of each. */
    int broken(SlotWindows windows, int start) {
        int broken = 0;
        for (int index = 0; index < rules.length; index++) {
            if (!rules[index].passes(windows, start)) {
                broken |= 1 << index;
            }
        }
        return broken;
    }
}
