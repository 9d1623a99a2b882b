package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.Placement;
import java.time.Instant;

/** Region and hours of a workload. */
public record PlacementView(String region, Instant startsAt, Instant endsAt) {

    static PlacementView of(Placement placement) {
        return new PlacementView(placement.getRegion(), placement.getStartsAt(), placement.getEndsAt());
    }
}
