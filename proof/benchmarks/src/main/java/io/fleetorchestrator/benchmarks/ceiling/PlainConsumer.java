package io.fleetorchestrator.benchmarks.ceiling;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that reads a topic and does nothing else: no reader of the topic can be faster. */
public final class PlainConsumer {

    private PlainConsumer() {}

    /** Records per second over the whole topic, which has this many. */
    public static double perSecond(BenchCluster cluster, String topic, long records) {
        try (var consumer = cluster.consumer(topic, new ByteArrayDeserializer(), "read_committed", true)) {
            long started = System.nanoTime();
            for (long read = 0; read < records; ) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return records / ((System.nanoTime() - started) / 1e9);
        }
    }
}
