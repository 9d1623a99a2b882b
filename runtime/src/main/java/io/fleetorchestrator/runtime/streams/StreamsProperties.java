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

    /** The largest record of the contract, a model, plus the headers a dead letter gets. */
    private static final int LARGEST_RECORD = 9 * 1024 * 1024;

    /**
     * How long the partitions of a thread or instance that died stand still. Kafka's 45 s let an instance with a name come
     * back for them; one without never does.
     */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    /**
     * How soon a refused call is tried again, at first; it doubles up to a second. The first record of a transaction is
     * refused until the markers of the one before are written, which takes milliseconds: Kafka's 100 would make every such
     * commit a whole interval late.
     */
    private static final int RETRY_BACKOFF_MS = 10;

    private StreamsProperties() {}

    /** Our defaults, then what is passed through, then what is ours to decide. */
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

    /** Under bare names, which lose against any client's prefix as well. */
    private static Map<String, Object> defaults(String applicationId, StreamsSettings settings) {
        var defaults = new HashMap<String, Object>();
        // Stable, so that metrics keep their labels over restarts.
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
