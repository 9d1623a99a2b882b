package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.Reason;

/** A condition that a slot has to meet. The search and the explanation apply the same rules. */
interface SlotRule {

    /** Whether the workload may run in the window that begins with this hour. */
    boolean passes(SlotWindows windows, int start);

    /** How far the window is from passing: the lower, the nearer. Compared only between windows of one region. */
    double distance(SlotWindows windows, int start);

    /** Why the slot does not pass. */
    Reason explain(CandidateSlot slot);
}
