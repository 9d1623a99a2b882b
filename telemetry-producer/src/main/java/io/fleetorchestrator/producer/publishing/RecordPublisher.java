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

/** Sends records to Kafka, in order and without doubles while it lives, and keeps account of each. For one thread. */
public final class RecordPublisher implements AutoCloseable {

    /** Header of readings that something is wrong with on purpose: which {@link FaultKind}. */
    public static final String FAULT_HEADER = "fleet-fault";

    /** A magic byte that no wire format has, and no readable rest. */
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
        this.sent = counter(meters, "sent", "Records handed to Kafka's client");
        this.acked = counter(meters, "acked", "Records that all in-sync replicas have");
        this.failed = counter(meters, "failed", "Records that will never arrive");
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
        // An outage is waited out: a full buffer holds the sender up, and nothing is given up before the service is
        // stopped.
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        // Backfills compress four-fold and fill batches at once; live readings leave within 20 ms.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return config;
    }

    /** Sends a value under its key, stamped with its event time. */
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

    /** Sends a reading; what is wrong with it on purpose is said in a header. */
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
        // The callback says how it went.
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

    /** Throws the first failure, if there was one: it was none that Kafka's client could mend by trying again. */
    public void checkHealth() {
        var failure = firstFailure.get();
        if (failure != null) {
            throw new IllegalStateException("a record was refused: " + failure.getMessage(), failure);
        }
    }

    /** Waits until all that was sent is settled. */
    public void flush() {
        producer.flush();
    }

    public PublishedCounts tally() {
        return new PublishedCounts((long) sent.count(), (long) acked.count(), (long) failed.count());
    }

    /** Gives what is under way this time to arrive; what has not by then has failed. */
    public void close(Duration patience) {
        producer.close(patience);
        clientMetrics.close();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(30));
    }
}
