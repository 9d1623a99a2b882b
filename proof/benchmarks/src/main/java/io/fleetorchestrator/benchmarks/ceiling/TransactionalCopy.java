package io.fleetorchestrator.benchmarks.ceiling;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Copies a topic exactly once without decoding it: the limit of any exactly-once application with as much output. */
public final class TransactionalCopy {

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    private final BenchCluster cluster;
    private final String from;
    private final String to;

    private TransactionalCopy(BenchCluster cluster, String from, String to) {
        this.cluster = cluster;
        this.from = from;
        this.to = to;
    }

    /** Records per second over the whole topic, which has this many. */
    public static double perSecond(BenchCluster cluster, String topic, long records) {
        var copy = new TransactionalCopy(cluster, topic, "copy-" + UUID.randomUUID());
        copy.createTarget();
        return copy.run(records);
    }

    private void createTarget() {
        try (var admin = cluster.admin()) {
            admin.createTopics(List.of(new NewTopic(to, Optional.of(6), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double run(long records) {
        var transactional = Map.<String, Object>of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, to);
        try (var consumer = cluster.consumer(from, new ByteArrayDeserializer(), "read_committed", true);
                var producer = cluster.producer(new ByteArraySerializer(), new ByteArraySerializer(), transactional)) {
            producer.initTransactions();
            long started = System.nanoTime();
            for (long copied = 0; copied < records; ) {
                copied += transaction(consumer, producer, records - copied);
            }
            return records / ((System.nanoTime() - started) / 1e9);
        }
    }

    private long transaction(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, long left) {
        producer.beginTransaction();
        long until = System.nanoTime() + COMMIT_INTERVAL.toNanos();
        long copied = 0;
        while (copied < left && System.nanoTime() < until) {
            for (var record : consumer.poll(Duration.ofMillis(20))) {
                var unused = producer.send(new ProducerRecord<>(to, record.key(), record.value()));
                copied++;
            }
        }
        producer.sendOffsetsToTransaction(offsets(consumer), consumer.groupMetadata());
        producer.commitTransaction();
        return copied;
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Consumer<?, ?> consumer) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        consumer.assignment()
                .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        return offsets;
    }
}
