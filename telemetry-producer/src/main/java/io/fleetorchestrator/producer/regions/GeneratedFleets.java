package io.fleetorchestrator.producer.regions;

import io.fleetorchestrator.producer.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Any number of regions in any number of fleets, each a variation of a described one, for scale tests. */
public final class GeneratedFleets {

    private GeneratedFleets() {}

    /** Regions {@code region-0001…} spread in turn over fleets {@code fleet-001…}. */
    public static List<FleetModel> of(long seed, int regions, int fleets, List<RegionModel> archetypes) {
        if (fleets < 1 || regions < fleets) {
            throw new IllegalArgumentException(
                    regions + " regions cannot be spread over " + fleets + " fleets: each fleet needs at least one");
        }
        var result = new ArrayList<FleetModel>();
        for (int fleet = 0; fleet < fleets; fleet++) {
            result.add(fleet(seed, fleet, fleets, regions, archetypes));
        }
        return List.copyOf(result);
    }

    private static FleetModel fleet(long seed, int fleet, int fleets, int regions, List<RegionModel> archetypes) {
        var members = new ArrayList<RegionModel>();
        for (int region = fleet; region < regions; region += fleets) {
            // By rank within the fleet, so that every fleet has every archetype.
            members.add(region(seed, region, archetypes.get(region / fleets % archetypes.size())));
        }
        return new FleetModel(numbered("fleet", 3, fleet), FleetModel.Policy.DEFAULT, members);
    }

    private static RegionModel region(long seed, int number, RegionModel like) {
        var name = numbered("region", 4, number);
        var random = SeededRandom.of(seed, name).about("description");
        double longitude = -180 + 360 * random.uniform(0);
        double capacity = Math.round(like.capacityMw() * (0.5 + random.uniform(1)));
        return new RegionModel(
                name,
                name + " (like " + like.region() + ")",
                like.latitudeDeg(),
                longitude,
                capacity,
                like.temperatureLimitC(),
                like.heatCouplingC(),
                warmer(like.climate(), 4 * random.uniform(2) - 2),
                like.load(),
                like.grid(),
                like.pueByTemperature(),
                like.waterByTemperature());
    }

    private static Climate warmer(Climate like, double degrees) {
        return new Climate(
                like.meanC() + degrees,
                like.diurnalC(),
                like.seasonalC(),
                like.synopticC(),
                like.hourlyPersistence(),
                like.heatWavesPerYear(),
                like.heatWaveC(),
                like.humidityPct(),
                like.windMps(),
                like.windSpread(),
                like.lullsPerYear());
    }

    private static String numbered(String kind, int digits, int index) {
        return String.format(Locale.ROOT, "%s-%0" + digits + "d", kind, index + 1);
    }
}
