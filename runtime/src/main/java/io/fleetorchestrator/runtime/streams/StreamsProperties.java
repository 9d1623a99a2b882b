package io.fleetorchestrator.runtime.streams;

import io.fleetorchestrator.runtime.failure.FailurePolicy;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;

/** The complete configuration of Kafka Streams for one service. */
public final class StreamsProperties {

    /** The largest record of the contract, a model, plus the headers of a dead letter. */
    private static final int LARGEST_RECORD = 9 * 1024 * 1024;

    /**
     * How long the partitions of a dead thread or instance stay unassigned. Kafka's 45 s let a named instance come back to
     * its partitions; one without a name never does.
     */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    /**
     * First backoff of a retry; it doubles up to a second. The first record of a transaction is rejected until the markers
     * of the transaction before are written, which takes milliseconds: with Kafka's 100 ms every such commit would be a
     * whole interval late.
     */
    private static final int RETRY_BACKOFF_MS = 10;

    private StreamsProperties() {}

    /** Our defaults, overridden by what is passed through, overridden by what must not be changed. */
    public static Properties of(
            String applicationId, KafkaConnection connection, StreamsSettings settings, MeterRegistry meters) {
        var properties = new Properties();
        properties.putAll(defaults(applicationId, settings));
        properties.putAll(connection.streams());
        properties.putAll(decided(applicationId, connection, settings));
        properties.putAll(FailurePolicy.handlers(
                Topics.DEAD_LETTER.name(connection.service().topicPrefix()), meters));
        settings.instanceId().ifPresent(id -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        return properties;
    }

    /** Unprefixed, so that properties with consumer., producer. or admin. override them. */
    private static Map<String, Object> defaults(String applicationId, StreamsSettings settings) {
        var defaults = new HashMap<String, Object>();
        // Stable, so that metrics keep their labels after a restart.
        defaults.put(
                StreamsConfig.CLIENT_ID_CONFIG,
                settings.instanceId().map(id -> applicationId + "-" + id).orElse(applicationId));
        defaults.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MS);
        defaults.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        defaults.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        if (settings.instanceId().isEmpty()) {
            defaults.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        }
        return defaults;
    }

    private static Map<String, Object> decided(
            String applicationId, KafkaConnection connection, StreamsSettings settings) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.STATE_DIR_CONFIG,
                connection.service().stateDir().toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                settings.threads(),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                settings.standbys(),
                StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG,
                settings.metricsLevel().name(),
                StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                stores(settings),
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
    }

    private static Class<?> stores(StreamsSettings settings) {
        return switch (settings.store()) {
            case ROCKSDB -> RocksDBDslStoreSuppliers.class;
            case IN_MEMORY -> InMemoryDslStoreSuppliers.class;
        };
    }
}
