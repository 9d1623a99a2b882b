package io.fleetorchestrator.core.outlook;

import io.fleetorchestrator.core.thermal.ThermalCoupling;
import io.fleetorchestrator.schemas.contract.CurvePoint;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.util.List;
import java.util.Map;

/** Limits and costs of a region, read once from its profile. */
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

    /** Without a curve the overhead is unknown and taken as none. */
    private static final double BARE_PUE = 1;

    public static RegionTerms of(RegionProfile profile) {
        return new RegionTerms(
                profile.getRegion(),
                profile.getCapacityMw(),
                profile.getHeatCouplingC(),
                ThermalCoupling.of(profile.getTemperatureLimitC(), profile.getHeatCouplingC(), profile.getCapacityMw()),
                curve(profile.getPueByTemperature(), BARE_PUE),
                curve(profile.getWaterByTemperature(), Double.NaN),
                profile.getLatitudeDeg(),
                profile.getLongitudeDeg(),
                Map.copyOf(profile.getLatencyMs()));
    }

    private static Curve curve(List<CurvePoint> points, double otherwise) {
        return points.isEmpty()
                ? Curve.flat(otherwise)
                : Curve.through(points.stream()
                        .map(point -> new Curve.Point(point.getTemperatureC(), point.getValue()))
                        .toList());
    }

    /** Round-trip time to another region, as measured on either side, otherwise estimated from the distance. */
    public double latencyMsTo(RegionTerms other) {
        if (region.equals(other.region)) {
            return 0;
        }
        Double measured = latencyMs.getOrDefault(other.region, other.latencyMs.get(region));
        return measured != null ? measured : GreatCircle.roundTripMs(this, other);
    }
}
