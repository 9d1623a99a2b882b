package io.fleetorchestrator.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What time it is for a fleet, from what it was told and nothing else, so that the same events give the same time again.
 * Forecasts are trusted: they were made from validated telemetry. Requests come from anybody: they may move time on a
 * little, so that it passes while telemetry is silent, but none of them can throw it into the future.
 *
 * @param issuedAt when the newest forecast was issued
 */
record FleetClock(Instant now, Instant issuedAt) {

    /** A request stamped a year ahead by mistake costs the fleet no more than this. */
    private static final Duration LARGEST_STEP = Duration.ofMinutes(5);

    static final FleetClock UNSET = new FleetClock(Instant.EPOCH, Instant.EPOCH);

    /** A newer forecast sets the time, even back from where requests had moved it. */
    FleetClock forecastIssued(Instant at) {
        return at.isAfter(issuedAt) ? new FleetClock(at, at) : this;
    }

    /** A request moves time on, in whole minutes: what changes seldom is cheap to keep. */
    FleetClock requested(Instant submittedAt) {
        var minute = submittedAt.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.isAfter(now)) {
            return this;
        }
        var furthest = now.plus(LARGEST_STEP);
        return new FleetClock(now.equals(Instant.EPOCH) || minute.isBefore(furthest) ? minute : furthest, issuedAt);
    }

    /** The time at which a request is decided: never before it was submitted, never before what the fleet knows. */
    Instant decidingAt(Instant submittedAt) {
        return submittedAt.isAfter(now) ? submittedAt : now;
    }
}
