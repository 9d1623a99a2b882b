package io.fleetorchestrator.producer.playback;

/** The phases of a run. */
public enum Phase {
    /** As fast as Kafka accepts it. */
    BACKFILL,
    /** Faster than the wall clock, until it catches up. */
    CATCH_UP,
    /** With the wall clock. */
    LIVE
}
