package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.RegionModel;
import java.util.Map;
import java.util.stream.Collectors;

/** The regions of a fleet by name. */
final class Regions {

    private final Map<String, RegionModel> byName;

    Regions(FleetModel fleet) {
        this.byName = fleet.regions().stream().collect(Collectors.toMap(RegionModel::region, region -> region));
    }

    RegionModel get(String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "region '" + name + "' is not in the fleet; its regions are " + byName.keySet());
        }
        return found;
    }
}
