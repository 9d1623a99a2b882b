package io.fleetorchestrator.producer.publishing;

/**
 * The number of records of a run.
 *
 * @param sent records passed to the Kafka client
 * @param acked records that all in-sync replicas have acknowledged
 * @param failed records that could not be published
 */
public record PublishedCounts(long sent, long acked, long failed) {

    @Override
    public String toString() {
        return "sent " + sent + ", acked " + acked + ", failed " + failed;
    }
}
