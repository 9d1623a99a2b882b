package io.fleetorchestrator.core.hours;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.state.OpenHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The open hours of one region, and how far its time has advanced. An hour closes when readings of the region are later
 * than its end and grace. If the region sends no more readings, those of the other regions close the hour.
 */
public final class RegionHours {

    private static final long NEVER = Long.MIN_VALUE;

    private final String region;
    private String fleet;
    private long lastClosed = NEVER;
    private long observed = NEVER;
    private long lastReadingAt = NEVER;
    private boolean silent;
    private final List<HourlyAccumulator> open = new ArrayList<>(2);

    RegionHours(String region) {
        this.region = region;
        this.fleet = "";
    }

    String region() {
        return region;
    }

    int openHours() {
        return open.size();
    }

    /** Partition time of the last reading of this region. */
    long lastReadingAt() {
        return lastReadingAt;
    }

    boolean isLate(long observedAt, HourRules rules) {
        long hour = EpochHours.floor(observedAt);
        return hour <= lastClosed || over(hour, rules, observed);
    }

    boolean isDuplicate(TelemetryReading reading) {
        long hour = EpochHours.floor(reading.getObservedAt());
        for (HourlyAccumulator accumulator : open) {
            if (accumulator.hour() == hour) {
                return accumulator.holds(reading);
            }
        }
        return false;
    }

    /** Adds a reading that is neither late nor a duplicate. */
    void add(TelemetryReading reading, long partitionTime, List<HourEvent> events) {
        if (silent) {
            silent = false;
            events.add(new HourEvent.Resumed(region, fleet, instant(observed), reading.getObservedAt()));
        }
        long observedAt = reading.getObservedAt().toEpochMilli();
        fleet = reading.getFleet();
        observed = Math.max(observed, observedAt);
        lastReadingAt = partitionTime;
        accumulator(EpochHours.floor(observedAt)).add(reading);
    }

    private HourlyAccumulator accumulator(long hour) {
        int place = 0;
        while (place < open.size() && open.get(place).hour() < hour) {
            place++;
        }
        if (place == open.size() || open.get(place).hour() != hour) {
            open.add(place, new HourlyAccumulator(hour));
        }
        return open.get(place);
    }

    /** Closes the hours for which the region's own readings are late enough. */
    boolean closePassed(HourRules rules, List<HourEvent> events) {
        return closeWhile(hour -> over(hour, rules, observed), events);
    }

    /** Closes the hours for which the partition time is late enough, if the region sent no reading for the grace. */
    boolean closeOvertaken(HourRules rules, long partitionTime, List<HourEvent> events) {
        boolean quiet = lastReadingAt + rules.graceMillis() <= partitionTime;
        return quiet && closeWhile(hour -> over(hour, rules, partitionTime), events);
    }

    /** Marks the region as silent if it sent no reading for too long; returns whether that is new. */
    boolean fallSilent(HourRules rules, long now, List<HourEvent> events) {
        if (silent || lastReadingAt + rules.silenceMillis() > now) {
            return false;
        }
        silent = true;
        events.add(new HourEvent.FellSilent(region, fleet, instant(observed), instant(now)));
        return true;
    }

    private boolean closeWhile(LongPredicate over, List<HourEvent> events) {
        int before = open.size();
        while (!open.isEmpty() && over.test(open.get(0).hour())) {
            var closed = open.remove(0);
            lastClosed = closed.hour();
            events.add(new HourEvent.Closed(closed.close(region, fleet)));
        }
        return open.size() != before;
    }

    private static boolean over(long hour, HourRules rules, long now) {
        return EpochHours.startMillis(hour + 1) + rules.graceMillis() <= now;
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** The record for the state store. */
    public OpenHours toState() {
        return OpenHours.newBuilder()
                .setRegion(region)
                .setFleet(fleet)
                .setLastClosedHour(orNull(lastClosed))
                .setObservedAtMs(orNull(observed))
                .setHeardAtMs(orNull(lastReadingAt))
                .setSilent(silent)
                .setHours(open.stream().map(HourlyAccumulator::toState).toList())
                .build();
    }

    /** The hours of a record from the state store. */
    public static RegionHours of(OpenHours state) {
        var hours = new RegionHours(state.getRegion());
        hours.fleet = state.getFleet();
        hours.lastClosed = orNever(state.getLastClosedHour());
        hours.observed = orNever(state.getObservedAtMs());
        hours.lastReadingAt = orNever(state.getHeardAtMs());
        hours.silent = state.getSilent();
        state.getHours().forEach(hour -> hours.open.add(HourlyAccumulator.of(hour)));
        return hours;
    }

    private static @Nullable Long orNull(long time) {
        return time == NEVER ? null : (Long) time;
    }

    private static long orNever(@Nullable Long time) {
        return time == null ? NEVER : time;
    }
}
