package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.replay.ReplaySource;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recording of the regions: recorded values are used, plus the heat of placed work; the simulator adds the values that are
 * not recorded. A region has no reading at instants without a row.
 */
final class ReplayWorld implements TelemetryWorld {

    private final TwinWorld twin;
    private final Regions regions;
    private final TreeMap<Instant, Map<String, TelemetryReading>> recorded = new TreeMap<>();

    ReplayWorld(long seed, FleetModel fleet, List<Path> files) {
        this.twin = new TwinWorld(seed, fleet);
        this.regions = new Regions(fleet);
        try (var source = new ReplaySource(files, Map.of(), Map.of(), 1, bad -> {
            throw bad;
        })) {
            for (var beat = source.next(Instant.EPOCH); beat.isPresent(); beat = source.next(Instant.EPOCH)) {
                source.readings(beat.get()).forEach(this::add);
            }
        }
    }

    private void add(TelemetryReading reading) {
        var region = regions.get(reading.getRegion()).region();
        long step = SeasonPlan.BEAT.toMillis();
        var beat = Instant.ofEpochMilli(Math.floorDiv(reading.getObservedAt().toEpochMilli(), step) * step);
        recorded.computeIfAbsent(beat, unseen -> new HashMap<>()).put(region, reading);
    }

    /** The start of the recording. */
    Instant begin() {
        return recorded.firstKey();
    }

    /** The length of the recording. */
    Duration length() {
        return Duration.between(recorded.firstKey(), recorded.lastKey());
    }

    @Override
    public List<TelemetryReading> at(Instant instant, ActivePlacements placed) {
        var rows = recorded.getOrDefault(instant, Map.of());
        var readings = new ArrayList<TelemetryReading>(rows.size());
        for (var made : twin.at(instant, placed)) {
            var row = rows.get(made.getRegion());
            if (row != null) {
                readings.add(overlaid(made, row));
            }
        }
        return readings;
    }

    private TelemetryReading overlaid(TelemetryReading reading, TelemetryReading row) {
        var model = regions.get(reading.getRegion());
        if (row.getTemperatureC() != null) {
            double placedShare = reading.getFlexibleLoadMw() / model.capacityMw();
            reading.setTemperatureC(row.getTemperatureC() + model.heatCouplingC() * placedShare);
        }
        if (row.getItLoadMw() != null) {
            reading.setItLoadMw(row.getItLoadMw());
        }
        if (row.getCarbonGPerKwh() != null) {
            reading.setCarbonGPerKwh(row.getCarbonGPerKwh());
        }
        if (row.getWaterLPerKwh() != null) {
            reading.setWaterLPerKwh(row.getWaterLPerKwh());
        }
        return reading;
    }
}
