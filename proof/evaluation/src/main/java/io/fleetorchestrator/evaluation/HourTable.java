package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The measured values by region and hour. */
final class HourTable {

    private final Map<String, NavigableMap<Long, HourlyFeatures>> regions = new HashMap<>();

    void add(HourlyFeatures hour) {
        regions.computeIfAbsent(hour.getRegion(), unseen -> new TreeMap<>())
                .put(EpochHours.floor(hour.getHourStart()), hour);
    }

    Optional<HourlyFeatures> find(String region, long hour) {
        return Optional.ofNullable(of(region).get(hour));
    }

    /** In order of the hours. */
    NavigableMap<Long, HourlyFeatures> of(String region) {
        return regions.getOrDefault(region, new TreeMap<>());
    }
}
