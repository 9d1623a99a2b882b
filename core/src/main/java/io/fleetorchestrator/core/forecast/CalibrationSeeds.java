package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Seed;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calibration seeds of a model, by region and horizon. */
public final class CalibrationSeeds {

    /** The region name of seeds for all regions that were not part of the training data. */
    public static final String ANY_REGION = "";

    private static final CalibrationSeeds NONE = new CalibrationSeeds(Map.of());

    private final Map<String, Map<Integer, Seed>> byRegion;

    private CalibrationSeeds(Map<String, Map<Integer, Seed>> byRegion) {
        this.byRegion = byRegion;
    }

    public static CalibrationSeeds none() {
        return NONE;
    }

    /** The seeds of an artifact. */
    public static CalibrationSeeds of(List<CalibrationSeed> seeds) {
        var byRegion = new HashMap<String, Map<Integer, Seed>>();
        for (CalibrationSeed seed : seeds) {
            byRegion.computeIfAbsent(seed.getRegion(), region -> new HashMap<>())
                    .put(seed.getHorizonHours(), read(seed));
        }
        return new CalibrationSeeds(byRegion);
    }

    /** The seed of this region and horizon, otherwise the one for regions that were not part of the training data. */
    public Optional<Seed> find(String region, int horizon) {
        return in(region, horizon).or(() -> in(ANY_REGION, horizon));
    }

    private Optional<Seed> in(String region, int horizon) {
        return Optional.ofNullable(byRegion.getOrDefault(region, Map.of()).get(horizon));
    }

    private static Seed read(CalibrationSeed seed) {
        return new Seed(
                seed.getSize(),
                seed.getQuantileLower(),
                seed.getQuantileUpper(),
                seed.getQuantileUpperOneSided(),
                seed.getScaleMean(),
                seed.getSigmaByHour());
    }

    /** The record of a seed. */
    public static CalibrationSeed write(String region, int horizon, Seed seed) {
        return CalibrationSeed.newBuilder()
                .setRegion(region)
                .setHorizonHours(horizon)
                .setSize(seed.size())
                .setQuantileLower(seed.quantileLower())
                .setQuantileUpper(seed.quantileUpper())
                .setQuantileUpperOneSided(seed.quantileUpperOneSided())
                .setScaleMean(seed.scaleMean())
                .setSigmaByHour(seed.sigmaByHour())
                .build();
    }
}
