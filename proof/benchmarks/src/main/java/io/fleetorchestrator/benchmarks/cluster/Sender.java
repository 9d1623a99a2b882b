package io.fleetorchestrator.benchmarks.cluster;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends without waiting, and throws at the end if a record was lost, because the measurement would be invalid. */
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
            throw new KafkaException("not all records could be sent", refused);
        }
    }
}
