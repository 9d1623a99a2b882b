package io.fleetorchestrator.core.fleet;

import java.time.Instant;

/**
 * What time it is for a fleet: that of its newest forecast. Forecasts are made from validated telemetry; requests come from
 * anybody, so what they are stamped with changes nothing for the others. As long as a fleet has no forecast, time is that
 * of its newest record, which the broker accepted.
 *
 * @param byForecast whether {@code now} is the time of a forecast
 */
record FleetClock(Instant now, boolean byForecast) {

    static final FleetClock UNSET = new FleetClock(Instant.EPOCH, false);

    /** The first forecast sets the time, a newer one moves it on. */
    FleetClock forecastIssued(Instant at) {
        return !byForecast || at.isAfter(now) ? new FleetClock(at, true) : this;
    }

    /** A record was published. */
    FleetClock published(Instant at) {
        return byForecast || !at.isAfter(now) ? this : new FleetClock(at, false);
    }

    /** The time by which one request is judged, and it alone: never before it was submitted, never before what the fleet knows. */
    Instant judgedAt(Instant submittedAt) {
        return later(now, submittedAt);
    }

    /** The time that its decision carries: as submitted, but neither later than it was published nor before what the fleet knows. */
    Instant decidedAt(Instant submittedAt, Instant publishedAt) {
        return later(now, submittedAt.isBefore(publishedAt) ? submittedAt : publishedAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
