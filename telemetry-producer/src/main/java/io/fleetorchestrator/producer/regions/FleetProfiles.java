package io.fleetorchestrator.producer.regions;

import io.fleetorchestrator.core.outlook.Curve;
import io.fleetorchestrator.schemas.contract.CurvePoint;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.time.Instant;
import java.util.List;

/** The profile of a fleet, which the services read. */
public final class FleetProfiles {

    private FleetProfiles() {}

    /** The profile of this fleet, as published. */
    public static FleetProfile of(FleetModel fleet, Instant updatedAt) {
        return FleetProfile.newBuilder()
                .setFleet(fleet.fleet())
                .setUpdatedAt(updatedAt)
                .setPolicy(policy(fleet.policy()))
                .setRegions(fleet.regions().stream().map(FleetProfiles::region).toList())
                .build();
    }

    /** Whether two profiles are equal except for their time. */
    public static boolean areEqual(FleetProfile one, FleetProfile other) {
        return one.getFleet().equals(other.getFleet())
                && one.getPolicy().equals(other.getPolicy())
                && one.getRegions().equals(other.getRegions());
    }

    private static FleetPolicy policy(FleetModel.Policy policy) {
        return FleetPolicy.newBuilder()
                .setConfidence(policy.confidence())
                .setStaleAfterMinutes(policy.staleAfterMinutes())
                .setCarbonWeight(policy.carbonWeight())
                .setWaterWeight(policy.waterWeight())
                .setDelayWeight(policy.delayWeight())
                .setThermalWeight(policy.thermalWeight())
                .build();
    }

    private static RegionProfile region(RegionModel region) {
        return RegionProfile.newBuilder()
                .setRegion(region.region())
                .setDisplayName(region.displayName())
                .setLatitudeDeg(region.latitudeDeg())
                .setLongitudeDeg(region.longitudeDeg())
                .setCapacityMw(region.capacityMw())
                .setTemperatureLimitC(region.temperatureLimitC())
                .setHeatCouplingC(region.heatCouplingC())
                .setPueByTemperature(curve(region.pueByTemperature()))
                .setWaterByTemperature(curve(region.waterByTemperature()))
                .build();
    }

    private static List<CurvePoint> curve(List<Curve.Point> points) {
        return points.stream()
                .map(point -> new CurvePoint(point.temperatureC(), point.value()))
                .toList();
    }
}
