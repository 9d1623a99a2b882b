package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;

/** The load, with the workload, stays within the region's capacity in every hour. */
final class CapacityRule implements SlotRule {

    @Override
    public boolean passes(SlotWindows windows, int start) {
        return windows.loadMw(start) + windows.powerMw()
                <= windows.outlook().terms().capacityMw();
    }

    @Override
    public double distance(SlotWindows windows, int start) {
        return windows.loadMw(start);
    }

    @Override
    public Reason explain(CandidateSlot slot) {
        long hour = slot.outlook().firstHour() + slot.fullestHour();
        double capacity = slot.outlook().terms().capacityMw();
        double free = capacity - slot.outlook().loadMw()[slot.fullestHour()];
        return ReasonBuilder.in(slot.region(), ReasonCode.CAPACITY_EXCEEDED)
                .at(hour)
                .figures(slot.powerMw(), free)
                .withText(slot.region() + " at " + EpochHours.start(hour) + ": needs " + two(slot.powerMw()) + " MW, "
                        + two(free) + " of " + two(capacity) + " MW are free");
    }
}
