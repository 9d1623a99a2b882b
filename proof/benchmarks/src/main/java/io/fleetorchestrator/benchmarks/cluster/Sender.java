package io.fleetorchestrator.benchmarks.cluster;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends without waiting, and says at the end whether everything has arrived: a figure of records that got lost is none. */
public final class Sender<K, V> implements AutoCloseable {

    private final Producer<K, V> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Sender(Producer<K, V> producer) {
        this.producer = producer;
    }

    public void send(String topic, @Nullable K key, V value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    public void send(ProducerRecord<K, V> record) {
        var unused = producer.send(record, (sent, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        var refused = failure.get();
        if (refused != null) {
            throw new KafkaException("not everything could be sent", refused);
        }
    }
}
