package io.fleetorchestrator.producer.regions;

import java.util.HashSet;
import java.util.List;

/**
 * A fleet: its policy and its regions.
 *
 * @param fleet its key
 * @param policy its policy
 * @param regions its regions
 */
public record FleetModel(String fleet, Policy policy, List<RegionModel> regions) {

    /**
     * The policy of a fleet, as in its profile.
     *
     * @param confidence confidence that a forecast must be calibrated to
     * @param staleAfterMinutes age after which a forecast is not used for decisions
     * @param carbonWeight cost of a kilogram of carbon
     * @param waterWeight cost of a litre of water
     * @param delayWeight cost of an hour of delay
     * @param thermalWeight cost of a degree of missing headroom
     */
    public record Policy(
            double confidence,
            int staleAfterMinutes,
            double carbonWeight,
            double waterWeight,
            double delayWeight,
            double thermalWeight) {

        /** The defaults of the profile's schema. */
        public static final Policy DEFAULT = new Policy(0.95, 120, 1.0, 0.05, 1.0, 10.0);

        public Policy {
            Require.within("confidence", confidence, 0.5, 0.999);
            Require.within("staleAfterMinutes", staleAfterMinutes, 1, 10_080);
        }
    }

    public FleetModel {
        Require.named("fleet", fleet);
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("fleet " + fleet + ": it has no region; a fleet needs at least one");
        }
        requireDistinct(fleet, regions);
    }

    /** The same fleet with a fixed season: -1 for midwinter, 1 for midsummer. */
    public FleetModel frozenAt(double season) {
        return new FleetModel(
                fleet,
                policy,
                regions.stream()
                        .map(region -> region.in(region.climate().frozenAt(season)))
                        .toList());
    }

    private static void requireDistinct(String fleet, List<RegionModel> regions) {
        var seen = new HashSet<String>();
        for (var region : regions) {
            if (!seen.add(region.region())) {
                throw new IllegalArgumentException("fleet " + fleet + ": region " + region.region() + " appears twice");
            }
        }
    }
}
