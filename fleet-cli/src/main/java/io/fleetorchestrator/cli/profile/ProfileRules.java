package io.fleetorchestrator.cli.profile;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.util.HashSet;

/** What a profile must keep for decisions to make sense. */
final class ProfileRules {

    private ProfileRules() {}

    /** The profile itself, or an exception that names what is wrong with it. */
    static FleetProfile checked(FleetProfile profile) {
        require(!profile.getFleet().isBlank(), "fleet: a name is needed");
        require(!profile.getRegions().isEmpty(), "regions: at least one is needed");
        double confidence = profile.getPolicy().getConfidence();
        require(confidence > 0 && confidence < 1, "policy.confidence: " + confidence + " is not between 0 and 1");
        require(profile.getPolicy().getStaleAfterMinutes() > 0, "policy.staleAfterMinutes: must be above 0");
        var names = new HashSet<String>();
        for (var region : profile.getRegions()) {
            require(names.add(region.getRegion()), "regions: '" + region.getRegion() + "' appears twice");
            check(region);
        }
        return profile;
    }

    private static void check(RegionProfile region) {
        var name = region.getRegion();
        require(name != null && !name.isBlank(), "regions: every region needs a name");
        require(region.getCapacityMw() > 0, name + ".capacityMw: must be above 0");
        require(Double.isFinite(region.getTemperatureLimitC()), name + ".temperatureLimitC: a number is needed");
        require(region.getHeatCouplingC() >= 0, name + ".heatCouplingC: must not be below 0");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
