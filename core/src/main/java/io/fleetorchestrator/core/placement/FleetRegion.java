package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import java.util.Optional;

/** A region of a fleet, with its outlook once it has a forecast. */
public record FleetRegion(RegionTerms terms, Optional<RegionOutlook> outlook) {

    String name() {
        return terms.region();
    }
}
