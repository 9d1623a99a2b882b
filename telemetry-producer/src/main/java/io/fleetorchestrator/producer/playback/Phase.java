package io.fleetorchestrator.producer.playback;

/** How event time runs. */
public enum Phase {
    /** As fast as Kafka takes it. */
    BACKFILL,
    /** Faster than the wall clock, until it has caught up. */
    CATCH_UP,
    /** With the wall clock. */
    LIVE
}
