package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the readings of one partition into closed hours. All decisions follow from the order of the readings alone, so
 * that a replay makes them again; the wall clock speaks only where no reading does.
 */
public final class PartitionHours {

    /** How often neighbours are looked after: fine against a grace of minutes, and cheap with thousands of regions. */
    private static final long SWEEP_MILLIS = 60_000;

    private final HourRules rules;
    private final RegionHoursStore book;
    private long partitionTime;

    /** Goes on from what the book holds. */
    public PartitionHours(HourRules rules, RegionHoursStore book) {
        this.rules = rules;
        this.book = book;
        this.partitionTime =
                book.all().stream().mapToLong(RegionHours::heardAt).max().orElse(Long.MIN_VALUE);
    }

    /** Takes a reading into the hours of its region, if it is of use there. */
    public ReadingResult hear(TelemetryReading reading) {
        var known = book.find(reading.getRegion());
        if (known == null) {
            return count(reading, new RegionHours(reading.getRegion()));
        }
        if (known.isLate(reading.getObservedAt().toEpochMilli(), rules)) {
            return new ReadingResult.Late("the hour of " + reading.getObservedAt() + " has closed");
        }
        return known.isDuplicate(reading) ? new ReadingResult.Again() : count(reading, known);
    }

    private ReadingResult count(TelemetryReading reading, RegionHours hours) {
        var events = new ArrayList<HourEvent>(0);
        long before = partitionTime;
        partitionTime = Math.max(partitionTime, reading.getObservedAt().toEpochMilli());
        hours.add(reading, partitionTime, events);
        hours.closePassed(rules, events);
        book.keep(reading.getRegion(), hours);
        if (Math.floorDiv(partitionTime, SWEEP_MILLIS) != Math.floorDiv(before, SWEEP_MILLIS)) {
            sweep(partitionTime, events);
        }
        return new ReadingResult.Counted(events);
    }

    /** To be called when no reading at all has come for {@link HourRules#silence()}: then the wall clock speaks. */
    public List<HourEvent> passSilence(Instant wallClock) {
        var events = new ArrayList<HourEvent>();
        sweep(wallClock.toEpochMilli(), events);
        return events;
    }

    private void sweep(long now, List<HourEvent> events) {
        for (RegionHours hours : book.all()) {
            boolean closed = hours.closeOvertaken(rules, now, events);
            boolean fell = hours.fallSilent(rules, now, events);
            if (closed || fell) {
                book.keep(hours.region(), hours);
            }
        }
    }

    /** Hours that are open now, of all regions. */
    public int openHours() {
        return book.all().stream().mapToInt(RegionHours::openHours).sum();
    }
}
