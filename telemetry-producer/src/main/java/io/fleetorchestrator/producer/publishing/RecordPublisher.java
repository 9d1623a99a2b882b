package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.producer.faults.Delivery;
import io.fleetorchestrator.producer.faults.FaultKind;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes records in order and without duplicates, and counts each. For one thread. */
public final class RecordPublisher implements AutoCloseable {

    /** Header of readings with an injected fault: its {@link FaultKind}. */
    public static final String FAULT_HEADER = "fleet-fault";

    /** A magic byte of no wire format, followed by text. */
    private static final byte[] POISON = "\u0007not a reading".getBytes(StandardCharsets.UTF_8);

    private final String prefix;
    private final AvroSerdes serdes;
    private final Serializer<TelemetryReading> readings;
    private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();
    private final Producer<String, byte[]> producer;
    private final KafkaClientMetrics clientMetrics;
    private final Counter sent;
    private final Counter acked;
    private final Counter failed;
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

    public RecordPublisher(KafkaConnection connection, AvroSerdes serdes, MeterRegistry meters) {
        this.prefix = connection.service().topicPrefix();
        this.serdes = serdes;
        this.readings = serdes.valueSerde(Topics.TELEMETRY_READINGS).serializer();
        this.producer = new KafkaProducer<>(config(connection), new StringSerializer(), new ByteArraySerializer());
        this.clientMetrics = new KafkaClientMetrics(producer);
        clientMetrics.bindTo(meters);
        this.sent = counter(meters, "sent", "Records passed to the Kafka client");
        this.acked = counter(meters, "acked", "Records that all in-sync replicas have acknowledged");
        this.failed = counter(meters, "failed", "Records that could not be published");
    }

    private static Counter counter(MeterRegistry meters, String what, String description) {
        return Counter.builder("fleet.producer.records." + what)
                .description(description)
                .register(meters);
    }

    private static Map<String, Object> config(KafkaConnection connection) {
        var config = connection.producer();
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // Wait for the end of any outage: a full buffer blocks the sender, and no record expires while the service
        // runs.
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        // Backfills compress four-fold and fill batches at once; live readings leave within 20 ms.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return config;
    }

    /** Publishes a value under its key, with its event time as timestamp. */
    public <V> void send(Topic<V> topic, String key, V value, Instant at) {
        var name = topic.name(prefix);
        send(new ProducerRecord<>(
                name, null, at.toEpochMilli(), key, serializer(topic).serialize(name, value)));
    }

    @SuppressWarnings("unchecked") // each topic is put there with its own serializer
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(
                topic, key -> serdes.valueSerde(topic).serializer());
    }

    /** Publishes a reading; a header names its injected fault. */
    public void send(Delivery delivery) {
        var name = Topics.TELEMETRY_READINGS.name(prefix);
        var reading = delivery.reading();
        var fault = delivery.fault();
        var poison = fault.equals(Optional.of(FaultKind.POISON));
        List<Header> headers = fault.map(kind -> List.<Header>of(
                        new RecordHeader(FAULT_HEADER, kind.label().getBytes(StandardCharsets.UTF_8))))
                .orElse(List.of());
        send(new ProducerRecord<>(
                name,
                null,
                reading.getObservedAt().toEpochMilli(),
                reading.getRegion(),
                poison ? POISON : readings.serialize(name, reading),
                headers));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        // The callback counts the outcome.
        var unused = producer.send(record, (metadata, failure) -> settle(failure));
        sent.increment();
    }

    private void settle(@Nullable Exception failure) {
        if (failure == null) {
            acked.increment();
        } else {
            failed.increment();
            firstFailure.compareAndSet(null, failure);
        }
    }

    /** Throws the first failure, if there was one; the Kafka client has retried whatever can be retried. */
    public void checkHealth() {
        var failure = firstFailure.get();
        if (failure != null) {
            throw new IllegalStateException("a record could not be published: " + failure.getMessage(), failure);
        }
    }

    /** Waits until all sent records are acknowledged or have failed. */
    public void flush() {
        producer.flush();
    }

    public PublishedCounts counts() {
        return new PublishedCounts((long) sent.count(), (long) acked.count(), (long) failed.count());
    }

    /** Waits this long for the records in flight; the rest have failed then. */
    public void close(Duration timeout) {
        producer.close(timeout);
        clientMetrics.close();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(30));
    }
}
