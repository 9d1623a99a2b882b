package io.fleetorchestrator.client;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Publishes to a topic, and waits for each acknowledgement. */
public final class TopicWriter<V> implements AutoCloseable {

    private final Producer<String, V> producer;
    private final String topic;

    /** @param producer closed by this writer */
    public TopicWriter(Producer<String, V> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Returns once the brokers have acknowledged the record. */
    public void write(String key, V value, Instant timestamp) throws InterruptedException {
        write(new ProducerRecord<>(topic, null, timestamp.toEpochMilli(), key, value));
    }

    void write(ProducerRecord<String, V> record) throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new KafkaException("the record could not be published to " + topic, failed.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
