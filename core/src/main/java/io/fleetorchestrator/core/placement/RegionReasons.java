package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.core.placement.Decimals.two;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.List;

/** Why the request itself rules a region out. */
final class RegionReasons {

    private RegionReasons() {}

    static Reason tooFar(String region, double latencyMs, double mostMs) {
        return ReasonBuilder.in(region, ReasonCode.LATENCY_TOO_HIGH)
                .figures(mostMs, latencyMs)
                .withText(region + ": a round trip to the home region takes " + two(latencyMs)
                        + " ms, the request allows at most " + two(mostMs) + " ms");
    }

    static Reason notAllowed(CandidateSlot slot, List<String> allowed) {
        return ReasonBuilder.in(slot.region(), ReasonCode.REGION_NOT_ALLOWED)
                .at(slot.startHour())
                .withText(slot.region() + " would pass from " + EpochHours.start(slot.startHour())
                        + ", but the request allows only " + String.join(", ", allowed));
    }
}
