package io.fleetorchestrator.center.view;

import io.fleetorchestrator.schemas.contract.Footprint;
import java.time.Instant;

/** Energy, carbon and water of a run. */
public record FootprintView(String region, Instant startsAt, double energyMwh, double carbonKg, double waterL) {

    static FootprintView of(Footprint footprint) {
        return new FootprintView(
                footprint.getRegion(),
                footprint.getStartsAt(),
                footprint.getEnergyMwh(),
                footprint.getCarbonKg(),
                footprint.getWaterL());
    }
}
