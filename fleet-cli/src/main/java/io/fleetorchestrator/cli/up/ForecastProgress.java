package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.RegionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far the forecasts have caught up; the time lapse waits for them. */
final class ForecastProgress {

    /** The time between two updates for a waiting caller. */
    private static final long TICK_MS = 200;

    private final Set<String> regions;
    private final Map<String, Instant> newest = new HashMap<>();
    private long closedHours;

    /** @param regions the regions whose forecasts count; other keys of the topic are ignored */
    ForecastProgress(Set<String> regions) {
        this.regions = Set.copyOf(regions);
    }

    /** Progress of all regions of these fleets. */
    static ForecastProgress of(List<FleetModel> fleets) {
        return new ForecastProgress(fleets.stream()
                .flatMap(fleet -> fleet.regions().stream())
                .map(RegionModel::region)
                .collect(Collectors.toSet()));
    }

    /** Whether forecasts under this key count. */
    boolean follows(@Nullable String region) {
        return region != null && regions.contains(region);
    }

    int regions() {
        return regions.size();
    }

    /** A forecast was issued, as is done whenever an hour closes. */
    synchronized void reach(String region, Instant issuedAt) {
        closedHours++;
        newest.merge(region, issuedAt, (one, other) -> one.isAfter(other) ? one : other);
        notifyAll();
    }

    /** The newest forecast of the slowest region; empty as long as one of them has none. */
    synchronized Optional<Instant> slowest() {
        return newest.keySet().containsAll(regions)
                ? regions.stream().map(newest::get).filter(Objects::nonNull).min(Instant::compareTo)
                : Optional.empty();
    }

    /** How many hours have closed, over all regions. */
    synchronized long closedHours() {
        return closedHours;
    }

    /**
     * Waits until all regions have a forecast issued at that instant or later.
     *
     * @param tick called at least every 200 ms, and once at the end
     * @return whether they have, before the timeout
     */
    boolean await(Instant needed, Duration timeout, Runnable tick) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        while (!isPast(needed) && System.nanoTime() < until) {
            pause();
            tick.run();
        }
        return isPast(needed);
    }

    private synchronized void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.timedWait(this, TICK_MS);
    }

    private boolean isPast(Instant needed) {
        return slowest().filter(reached -> !reached.isBefore(needed)).isPresent();
    }
}
