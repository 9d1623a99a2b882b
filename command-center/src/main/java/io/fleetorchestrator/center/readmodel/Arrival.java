package io.fleetorchestrator.center.readmodel;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a record is on its topic, and since when: no two records share it, whatever they hold.
 *
 * @param publishedAt the record's own time, which brokers bound
 */
public record Arrival(int partition, long offset, Instant publishedAt) {

    /** A fleet's time is that of its forecasts, and those are issued when their hour has closed. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    /** The time a record gives for itself, unless that lies in its own future: then when it was published. */
    public Instant bounded(Instant given) {
        return given.isAfter(publishedAt.plus(MOST_AHEAD)) ? publishedAt : given;
    }
}
