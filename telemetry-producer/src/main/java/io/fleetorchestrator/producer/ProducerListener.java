package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.publishing.PublishedCounts;
import java.time.Instant;

/** Told how a run goes, by the thread that runs it. */
public interface ProducerListener {

    /**
     * How far the run is.
     *
     * @param phase how event time runs
     * @param eventTime what has been said up to
     * @param share of the history that has been said, from 0 to 1
     * @param readings sent so far in this run
     */
    record Progress(Phase phase, Instant eventTime, double share, long readings) {}

    /** Nobody listens. */
    ProducerListener NOBODY = new ProducerListener() {};

    /** The run goes over to another phase. */
    default void entered(Phase phase, Instant eventTime) {}

    /** Another beat has been sent; called for every one, thousands of times a second in a backfill. */
    default void advanced(Progress progress) {}

    /** The run is over. */
    default void ended(PublishedCounts tally) {}
}
