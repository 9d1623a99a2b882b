package io.fleetorchestrator.center.readmodel;

import java.time.Duration;
import java.time.Instant;

/**
 * Position and timestamp of a record on its topic. Records differ in it even if they are equal.
 *
 * @param publishedAt the timestamp of the record, which brokers bound
 */
public record Arrival(int partition, long offset, Instant publishedAt) {

    /** The clock of a fleet follows its forecasts, which may be issued ahead of wall-clock time by less than this. */
    private static final Duration MAX_AHEAD = Duration.ofDays(1);

    /** The time in the record or, if that is too far after its publication, the time of publication. */
    public Instant bounded(Instant given) {
        return given.isAfter(publishedAt.plus(MAX_AHEAD)) ? publishedAt : given;
    }
}
