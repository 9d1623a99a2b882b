package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.publishing.PublishedCounts;
import java.time.Instant;

/** Receives the progress of a run, in the thread of the run. */
public interface ProducerListener {

    /**
     * The progress of a run.
     *
     * @param phase the phase that the run is in
     * @param eventTime event time of the newest readings
     * @param share share of the history that is published, from 0 to 1
     * @param readings number of readings sent in this run
     */
    record Progress(Phase phase, Instant eventTime, double share, long readings) {}

    /** Ignores everything. */
    ProducerListener NONE = new ProducerListener() {};

    /** The run enters a phase. */
    default void entered(Phase phase, Instant eventTime) {}

    /** Another tick was sent; in a backfill, that is called thousands of times a second. */
    default void advanced(Progress progress) {}

    /** The run is over. */
    default void ended(PublishedCounts counts) {}
}
