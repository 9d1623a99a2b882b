package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.List;

/** The simulator. */
final class TwinWorld implements TelemetryWorld {

    private final List<RegionTwin> twins;

    TwinWorld(long seed, FleetModel fleet) {
        this.twins = fleet.regions().stream()
                .map(region -> new RegionTwin(seed, fleet.fleet(), region))
                .toList();
    }

    @Override
    public List<TelemetryReading> at(Instant instant, ActivePlacements placed) {
        return twins.stream()
                .map(twin -> twin.at(instant, placed.mwAt(twin.model().region(), instant)))
                .toList();
    }
}
