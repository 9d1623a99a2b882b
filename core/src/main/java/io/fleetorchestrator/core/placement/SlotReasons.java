package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.List;

/** Why a place that is well known will not do: it is full, it gets too hot, or the request rules it out. */
final class SlotReasons {

    private SlotReasons() {}

    static Reason tooFull(CandidateSlot slot) {
        long hour = slot.outlook().firstHour() + slot.fullestHour();
        double capacity = slot.outlook().terms().capacityMw();
        double free = capacity - slot.outlook().loadMw()[slot.fullestHour()];
        return ReasonBuilder.in(slot.region(), ReasonCode.CAPACITY_EXCEEDED)
                .at(hour)
                .figures(slot.powerMw(), free)
                .withText(slot.region() + " at " + EpochHours.start(hour) + ": " + two(slot.powerMw())
                        + " MW are needed, " + two(free) + " MW of " + two(capacity) + " MW are free");
    }

    static Reason tooHot(CandidateSlot slot) {
        long hour = slot.outlook().firstHour() + slot.bindingHour();
        double bound = slot.boundC(slot.bindingHour());
        double limit = slot.outlook().terms().thermal().limitC();
        return ReasonBuilder.in(slot.region(), ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT)
                .at(hour)
                .figures(bound, limit)
                .withText(
                        slot.region() + " at " + EpochHours.start(hour) + ": the upper bound with this workload needs "
                                + two(bound) + " °C, the limit is " + two(limit) + " °C");
    }

    static Reason tooFar(String region, double latencyMs, double mostMs) {
        return ReasonBuilder.in(region, ReasonCode.LATENCY_TOO_HIGH)
                .figures(mostMs, latencyMs)
                .withText(region + ": a round trip of at most " + two(mostMs)
                        + " ms to the home region is needed, it takes " + two(latencyMs) + " ms");
    }

    static Reason notAllowed(CandidateSlot slot, List<String> allowed) {
        return ReasonBuilder.in(slot.region(), ReasonCode.REGION_NOT_ALLOWED)
                .at(slot.startHour())
                .withText(slot.region() + " would pass from " + EpochHours.start(slot.startHour())
                        + ", but allowed are only " + String.join(", ", allowed));
    }
}
