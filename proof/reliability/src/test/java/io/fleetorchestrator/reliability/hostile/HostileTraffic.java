package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.testing.Platform;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that sends any bytes, and keeps a list of the acknowledged records. */
final class HostileTraffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostileTraffic.class);

    private static final long STAMP = Samples.ISSUED.plus(Duration.ofMinutes(5)).toEpochMilli();

    private final TopicSpace topics;
    private final Producer<byte[], byte[]> producer;
    private final ConcurrentLinkedQueue<Sent> acked = new ConcurrentLinkedQueue<>();

    private final AtomicLong bytes = new AtomicLong();

    HostileTraffic(Platform platform, TopicSpace topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        // The brokers must reject records that are too large.
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        9 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(HostileRecord record) {
        var topic = topics.name(record.topic());
        var unused =
                producer.send(new ProducerRecord<>(topic, null, STAMP, record.key(), record.value()), (at, failure) -> {
                    if (failure == null) {
                        bytes.addAndGet(at.serializedKeySize() + at.serializedValueSize());
                        acked.add(Sent.of(record, at));
                    } else {
                        LOG.info("{} is not acknowledged: {}", record, failure.toString());
                    }
                });
    }

    /** Bytes of all acknowledged records. */
    long bytes() {
        return bytes.get();
    }

    void flush() {
        producer.flush();
    }

    List<Sent> acked() {
        return List.copyOf(acked);
    }

    @Override
    public void close() {
        producer.close();
    }
}
