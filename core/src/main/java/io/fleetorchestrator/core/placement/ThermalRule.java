package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;

/** The upper bound of the temperature, with the heat of the workload, stays within the region's limit in every hour. */
final class ThermalRule implements SlotRule {

    @Override
    public boolean passes(SlotWindows windows, int start) {
        var thermal = windows.outlook().terms().thermal();
        return thermal.withstands(thermal.boundC(windows.ambientC(start), windows.powerMw()));
    }

    @Override
    public double distance(SlotWindows windows, int start) {
        return windows.ambientC(start);
    }

    @Override
    public Reason explain(CandidateSlot slot) {
        long hour = slot.outlook().firstHour() + slot.bindingHour();
        double bound = slot.boundC(slot.bindingHour());
        double limit = slot.outlook().terms().thermal().limitC();
        return ReasonBuilder.in(slot.region(), ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT)
                .at(hour)
                .figures(bound, limit)
                .withText(slot.region() + " at " + EpochHours.start(hour)
                        + ": the upper bound would reach " + two(bound) + " °C, the limit is "
                        + two(limit) + " °C");
    }
}
