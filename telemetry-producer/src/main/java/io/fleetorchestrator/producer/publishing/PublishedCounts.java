package io.fleetorchestrator.producer.publishing;

/**
 * The account of a run.
 *
 * @param sent records handed to Kafka's client
 * @param acked records that all in-sync replicas have
 * @param failed records that will never arrive
 */
public record PublishedCounts(long sent, long acked, long failed) {

    @Override
    public String toString() {
        return "sent " + sent + ", acked " + acked + ", failed " + failed;
    }
}
