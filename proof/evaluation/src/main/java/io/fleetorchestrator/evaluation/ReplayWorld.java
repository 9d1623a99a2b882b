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
 * A recording of the regions: where it has a figure, that one counts, warmed by what is placed; the twin speaks for the
 * figures that nobody recorded. A region says nothing at instants for which it has no row.
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

    /** When the recording begins. */
    Instant begin() {
        return recorded.firstKey();
    }

    /** How long it lasts. */
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
