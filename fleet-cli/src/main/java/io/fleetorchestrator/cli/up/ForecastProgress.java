package io.fleetorchestrator.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How far the forecasts have come: what the time lapse waits for. */
final class ForecastProgress {

    /** How often somebody who waits is told how far it is. */
    private static final long TICK_MS = 200;

    private final Set<String> regions;
    private final Map<String, Instant> newest = new HashMap<>();
    private long closedHours;

    /** @param regions whose forecasts count; others may publish under whatever key they like */
    ForecastProgress(Set<String> regions) {
        this.regions = Set.copyOf(regions);
    }

    /** Whether forecasts under this key count. */
    boolean follows(@Nullable String region) {
        return region != null && regions.contains(region);
    }

    int regions() {
        return regions.size();
    }

    /** A forecast was issued, which one is whenever an hour closes. */
    synchronized void reach(String region, Instant issuedAt) {
        closedHours++;
        newest.merge(region, issuedAt, (one, other) -> one.isAfter(other) ? one : other);
        notifyAll();
    }

    /** Where the slowest region is; empty as long as one of them has no forecast. */
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
     * @param tick called now and then, and once at the end
     * @return whether they have, before patience ran out
     */
    boolean await(Instant needed, Duration patience, Runnable tick) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
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
