package io.fleetorchestrator.scheduler.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Which partition a key belongs to. Java clients hash keys with murmur2, and so do the repartition topics by which
 * forecasts reach their fleet; clients built on librdkafka hash with CRC32 unless told otherwise.
 */
record KeyPartition(int partitions) {

    /** Whether a record with this key was sent to where its fleet is looked after; without a key, anywhere is right. */
    boolean isRight(@Nullable String key, int partition) {
        return key == null || of(key) == partition;
    }

    int of(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
