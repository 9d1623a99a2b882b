package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the readings of one partition into closed hours. All decisions follow from the order of the readings, so a replay
 * repeats them. The wall clock decides only if no readings arrive.
 */
public final class PartitionHours {

    /** How often the other regions are checked: often for a grace of minutes, and cheap with thousands of regions. */
    private static final long SWEEP_MILLIS = 60_000;

    private final HourRules rules;
    private final RegionHoursStore store;
    private long partitionTime;

    /** Continues from the hours in the store. */
    public PartitionHours(HourRules rules, RegionHoursStore store) {
        this.rules = rules;
        this.store = store;
        this.partitionTime =
                store.all().stream().mapToLong(RegionHours::lastReadingAt).max().orElse(Long.MIN_VALUE);
    }

    /** Adds a reading to its hour, unless it is late or a duplicate. */
    public ReadingResult accept(TelemetryReading reading) {
        var known = store.find(reading.getRegion());
        if (known == null) {
            return count(reading, new RegionHours(reading.getRegion()));
        }
        if (known.isLate(reading.getObservedAt().toEpochMilli(), rules)) {
            return new ReadingResult.Late("the hour of " + reading.getObservedAt() + " has closed");
        }
        return known.isDuplicate(reading) ? new ReadingResult.Duplicate() : count(reading, known);
    }

    private ReadingResult count(TelemetryReading reading, RegionHours hours) {
        var events = new ArrayList<HourEvent>(0);
        long before = partitionTime;
        partitionTime = Math.max(partitionTime, reading.getObservedAt().toEpochMilli());
        hours.add(reading, partitionTime, events);
        hours.closePassed(rules, events);
        store.put(reading.getRegion(), hours);
        if (Math.floorDiv(partitionTime, SWEEP_MILLIS) != Math.floorDiv(before, SWEEP_MILLIS)) {
            sweep(partitionTime, events);
        }
        return new ReadingResult.Accepted(events);
    }

    /** Must be called if no reading has arrived for {@link HourRules#silence()}: then the wall clock decides. */
    public List<HourEvent> passSilence(Instant wallClock) {
        var events = new ArrayList<HourEvent>();
        sweep(wallClock.toEpochMilli(), events);
        return events;
    }

    private void sweep(long now, List<HourEvent> events) {
        for (RegionHours hours : store.all()) {
            boolean closed = hours.closeOvertaken(rules, now, events);
            boolean fell = hours.fallSilent(rules, now, events);
            if (closed || fell) {
                store.put(hours.region(), hours);
            }
        }
    }

    /** Number of open hours of all regions. */
    public int openHours() {
        return store.all().stream().mapToInt(RegionHours::openHours).sum();
    }
}
