package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.FleetPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a fleet looks like to a request: its policy and its regions in the order of their names. */
public record FleetView(String fleet, FleetPolicy policy, List<FleetRegion> regions) {

    public FleetView {
        regions =
                regions.stream().sorted(Comparator.comparing(FleetRegion::name)).toList();
    }

    /** The region of that name. */
    public Optional<FleetRegion> region(String name) {
        for (var region : regions) {
            if (region.name().equals(name)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}
