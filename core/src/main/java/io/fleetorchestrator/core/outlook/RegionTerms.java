package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.core.thermal.ThermalCoupling;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.util.Map;

/** What a region can bear and what running there costs, read once from its profile. */
public record RegionTerms(
        String region,
        double capacityMw,
        double heatCouplingC,
        ThermalCoupling thermal,
        Curve pue,
        Curve waterLPerKwh,
        double latitudeDeg,
        double longitudeDeg,
        Map<String, Double> latencyMs) {

    /** Without a curve nothing is known of the overhead, and none is made up. */
    private static final double BARE_PUE = 1;

    public static RegionTerms of(RegionProfile profile) {
        return new RegionTerms(
                profile.getRegion(),
                profile.getCapacityMw(),
                profile.getHeatCouplingC(),
                ThermalCoupling.of(profile.getTemperatureLimitC(), profile.getHeatCouplingC(), profile.getCapacityMw()),
                Curve.through(profile.getPueByTemperature(), BARE_PUE),
                Curve.through(profile.getWaterByTemperature(), Double.NaN),
                profile.getLatitudeDeg(),
                profile.getLongitudeDeg(),
                Map.copyOf(profile.getLatencyMs()));
    }

    /** Round-trip time to another region: as measured on either side, else estimated from the distance. */
    public double latencyMsTo(RegionTerms other) {
        if (region.equals(other.region)) {
            return 0;
        }
        Double measured = latencyMs.getOrDefault(other.region, other.latencyMs.get(region));
        return measured != null ? measured : GreatCircle.roundTripMs(this, other);
    }
}
