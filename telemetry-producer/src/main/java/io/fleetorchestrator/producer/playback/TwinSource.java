package io.fleetorchestrator.producer.playback;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings of simulated regions with the load that was placed in them. */
public final class TwinSource implements Source {

    private final Timeline timeline;
    private final List<RegionTwin> twins;
    private final Map<String, Instant> publishedUntil;
    private final ActivePlacements placed;

    /**
     * @param publishedUntil the last instant that an earlier run published, by region
     * @param placed the load on the regions, kept up to date by the caller
     */
    public TwinSource(
            Timeline timeline, List<RegionTwin> twins, Map<String, Instant> publishedUntil, ActivePlacements placed) {
        this.timeline = timeline;
        this.twins = List.copyOf(twins);
        this.publishedUntil = Map.copyOf(publishedUntil);
        this.placed = placed;
    }

    @Override
    public Optional<ReplayTick> next(Instant now) {
        return timeline.next(now);
    }

    @Override
    public List<TelemetryReading> readings(ReplayTick tick) {
        var readings = new ArrayList<TelemetryReading>(twins.size());
        for (var twin : twins) {
            var region = twin.model().region();
            if (tick.at().isAfter(publishedUntil.getOrDefault(region, Instant.MIN))) {
                readings.add(twin.at(tick.at(), placed.mwAt(region, tick.at())));
            }
        }
        return readings;
    }

    @Override
    public void close() {}
}
