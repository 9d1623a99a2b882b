package io.fleetorchestrator.scheduler.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * The partition of a key. Java clients hash keys with murmur2, as do the repartition topics of the forecasts. Clients based
 * on librdkafka hash with CRC32 by default.
 */
record KeyPartition(int partitions) {

    /** Whether this is the partition of the key. Without a key, any partition is right. */
    boolean isRight(@Nullable String key, int partition) {
        return key == null || of(key) == partition;
    }

    int of(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
