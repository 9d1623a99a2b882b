package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.schemas.contract.CurvePoint;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of a profile for decisions by it to make sense. One list for scheduler, CLI and tests. */
public final class ProfileRules {

    /** No machine runs outside of this, and no forecast reaches it. */
    private static final double MIN_TEMPERATURE_C = -100;

    private static final double MAX_TEMPERATURE_C = 100;

    /** Half a year: older forecasts are no forecasts. */
    private static final int MAX_STALE_MINUTES = 262_800;

    /** A facility that needs ten times the power of its machines is a mistake of units. */
    private static final double MAX_PUE = 10;

    /** Evaporating water for all of a machine's heat takes under 2 L/kWh; power stations upstream need up to some 100. */
    private static final double MAX_WATER_L_PER_KWH = 1_000;

    private static final int MAX_CURVE_POINTS = 1_000;

    private ProfileRules() {}

    /** Every rule that the profile breaks, with field and value; none for a profile in order. */
    public static List<String> violations(@Nullable String key, FleetProfile profile) {
        var found = new ArrayList<String>();
        name("fleet", profile.getFleet(), found);
        if (!profile.getFleet().equals(key)) {
            found.add("fleet is '" + Culprit.of(profile.getFleet()) + "' but must equal the record key '"
                    + Culprit.of(String.valueOf(key)) + "'");
        }
        if (!InputLimits.isTime(profile.getUpdatedAt())) {
            found.add("updatedAt is '" + profile.getUpdatedAt() + "' but must lie within " + InputLimits.TIME);
        }
        policy(profile.getPolicy(), found);
        regions(profile.getRegions(), found);
        return found;
    }

    private static void policy(FleetPolicy policy, List<String> found) {
        double confidence = policy.getConfidence();
        if (!(confidence > 0 && confidence < 1)) {
            found.add("policy.confidence is '" + confidence + "' but must be between 0 and 1");
        }
        within("policy.staleAfterMinutes", policy.getStaleAfterMinutes(), 1, MAX_STALE_MINUTES, found);
        within("policy.carbonWeight", policy.getCarbonWeight(), 0, RequestRules.MAX_WEIGHT, found);
        within("policy.waterWeight", policy.getWaterWeight(), 0, RequestRules.MAX_WEIGHT, found);
        within("policy.delayWeight", policy.getDelayWeight(), 0, RequestRules.MAX_WEIGHT, found);
        within("policy.thermalWeight", policy.getThermalWeight(), 0, RequestRules.MAX_WEIGHT, found);
    }

    private static void regions(List<RegionProfile> regions, List<String> found) {
        if (regions.isEmpty()) {
            found.add("regions is empty but must hold at least one region");
        }
        var names = new HashSet<String>();
        for (var region : regions) {
            if (!names.add(region.getRegion())) {
                found.add("regions.region is '" + Culprit.of(region.getRegion())
                        + "' twice but must name each region once");
            }
            region(Culprit.of(region.getRegion()), region, found);
        }
    }

    private static void region(String name, RegionProfile region, List<String> found) {
        name("regions.region", region.getRegion(), found);
        if (region.getDisplayName().length() > RequestRules.MAX_TEXT_LENGTH
                || !Culprit.isPrintable(region.getDisplayName())) {
            found.add(name + ".displayName is '" + Culprit.of(region.getDisplayName()) + "' but must be at most "
                    + RequestRules.MAX_TEXT_LENGTH + " characters long, without control characters");
        }
        within(name + ".latitudeDeg", region.getLatitudeDeg(), -90, 90, found);
        within(name + ".longitudeDeg", region.getLongitudeDeg(), -180, 180, found);
        // One milliwatt is the least that the ledger counts.
        within(name + ".capacityMw", region.getCapacityMw(), 1e-9, Power.MAX_MW, found);
        within(name + ".temperatureLimitC", region.getTemperatureLimitC(), MIN_TEMPERATURE_C, MAX_TEMPERATURE_C, found);
        within(name + ".heatCouplingC", region.getHeatCouplingC(), 0, MAX_TEMPERATURE_C, found);
        curve(name + ".pueByTemperature", region.getPueByTemperature(), 1, MAX_PUE, found);
        curve(name + ".waterByTemperature", region.getWaterByTemperature(), 0, MAX_WATER_L_PER_KWH, found);
        region.getLatencyMs().forEach((other, latency) -> {
            name(name + ".latencyMs", other, found);
            within(name + ".latencyMs." + Culprit.of(other), latency, 0, RequestRules.MAX_LATENCY_MS, found);
        });
    }

    private static void curve(String field, List<CurvePoint> points, double least, double most, List<String> found) {
        if (points.size() > MAX_CURVE_POINTS) {
            found.add(field + " has " + points.size() + " points but must have at most " + MAX_CURVE_POINTS);
        }
        var temperatures = new HashSet<Double>();
        for (var point : points) {
            within(field + ".temperatureC", point.getTemperatureC(), MIN_TEMPERATURE_C, MAX_TEMPERATURE_C, found);
            within(field + ".value", point.getValue(), least, most, found);
            // Zero and minus zero are the same temperature.
            if (!temperatures.add(point.getTemperatureC() + 0.0)) {
                found.add(field + " has two points at " + point.getTemperatureC() + " °C but must have one");
            }
        }
    }

    private static void name(String field, String value, List<String> found) {
        if (!InputLimits.isName(value)) {
            found.add(field + " is '" + Culprit.of(value) + "' but must be " + InputLimits.NAME);
        }
    }

    /** False for NaN as well. */
    private static void within(String field, double value, double least, double most, List<String> found) {
        if (!(value >= least && value <= most)) {
            found.add(field + " is '" + value + "' but must be a number from " + least + " to " + most);
        }
    }
}
