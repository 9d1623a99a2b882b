package io.fleetorchestrator.producer.playback;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings of twins, which carry the load that was placed on them. */
public final class TwinSource implements Source {

    private final Timeline timeline;
    private final List<RegionTwin> twins;
    private final Map<String, Instant> saidUntil;
    private final ActivePlacements placed;

    /**
     * @param saidUntil the last instant that an earlier run has said, by region
     * @param placed the load on the regions, kept up to date by the caller
     */
    public TwinSource(
            Timeline timeline, List<RegionTwin> twins, Map<String, Instant> saidUntil, ActivePlacements placed) {
        this.timeline = timeline;
        this.twins = List.copyOf(twins);
        this.saidUntil = Map.copyOf(saidUntil);
        this.placed = placed;
    }

    @Override
    public Optional<ReplayTick> next(Instant now) {
        return timeline.next(now);
    }

    @Override
    public List<TelemetryReading> readings(ReplayTick beat) {
        var readings = new ArrayList<TelemetryReading>(twins.size());
        for (var twin : twins) {
            var region = twin.model().region();
            if (beat.at().isAfter(saidUntil.getOrDefault(region, Instant.MIN))) {
                readings.add(twin.at(beat.at(), placed.mwAt(region, beat.at())));
            }
        }
        return readings;
    }

    @Override
    public void close() {}
}
