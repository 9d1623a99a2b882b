package io.fleetorchestrator.core.ledger;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Committed power by region and hour. Owned by one thread. */
public final class Ledger {

    private static final NavigableMap<Long, Long> NOTHING = Collections.emptyNavigableMap();

    private final Map<String, NavigableMap<Long, Long>> milliwatts = new HashMap<>();

    /** Hours before this have passed: they have no entries, and commits and releases of them are ignored. */
    private long firstHour = Long.MIN_VALUE;

    /** Commits power for the hours from {@code start} to before {@code end}. */
    public void commit(String region, long start, long end, Power power) {
        add(region, start, end, power.milliwatts());
    }

    /** Releases power that was committed before. */
    public void release(String region, long start, long end, Power power) {
        add(region, start, end, -power.milliwatts());
    }

    /** Forgets the hours that have passed. */
    public void forgetBefore(long hour) {
        firstHour = Math.max(firstHour, hour);
        milliwatts.values().removeIf(hours -> {
            hours.headMap(hour).clear();
            return hours.isEmpty();
        });
    }

    /** Committed power of one hour in megawatts. */
    public double committedMw(String region, long hour) {
        return Power.megawatts(hours(region).getOrDefault(hour, 0L));
    }

    /** Number of entries: one for each region and hour with committed power. */
    public int size() {
        return milliwatts.values().stream().mapToInt(Map::size).sum();
    }

    private NavigableMap<Long, Long> hours(String region) {
        return milliwatts.getOrDefault(region, NOTHING);
    }

    private void add(String region, long start, long end, long change) {
        var hours = milliwatts.computeIfAbsent(region, ignored -> new TreeMap<>());
        for (long hour = Math.max(start, firstHour); hour < end; hour++) {
            // An hour without committed power has no entry, so that releasing everything leaves no entries.
            hours.merge(hour, change, (before, more) -> before + more == 0 ? null : Long.valueOf(before + more));
        }
        if (hours.isEmpty()) {
            milliwatts.remove(region);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ledger that && milliwatts.equals(that.milliwatts);
    }

    @Override
    public int hashCode() {
        return milliwatts.hashCode();
    }

    @Override
    public String toString() {
        return milliwatts.toString();
    }
}
