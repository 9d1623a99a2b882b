package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The serdes of the contract's topics, and the only access to the schema registry. */
public final class AvroSerdes implements AutoCloseable {

    /** The address of the registry, or several separated by commas; {@code mock://name} stays in memory. */
    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";

    /** Whether schemas may be registered (default), or must be registered already. */
    public static final String AUTO_REGISTER_SCHEMAS = "auto.register.schemas";

    /** How long to retry, blocking the caller, if the registry cannot be reached; 0 by default. */
    public static final String REGISTRY_PATIENCE_MS = "schema.registry.patience.ms";

    private static final String REGISTRY_PREFIX = "schema.registry.";

    /** The client's default is a minute each. In that time a stream thread would neither poll nor stop. */
    private static final Map<String, String> PATIENCE =
            Map.of("http.connect.timeout.ms", "5000", "http.read.timeout.ms", "10000");

    private final SchemaRegistry registry;

    private AvroSerdes(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Serdes for the registry that the settings name. Settings of its client ({@code basic.auth.*}, {@code bearer.auth.*},
     * {@code schema.registry.ssl.*}, timeouts, proxy) are passed on, with or without the {@code schema.registry.} prefix.
     */
    public static AvroSerdes from(Map<String, ?> config) {
        AvroGuard.raise();
        var url = url(config);
        return new AvroSerdes(
                url.startsWith(InMemorySchemaRegistry.SCHEME)
                        ? InMemorySchemaRegistry.named(url)
                        : new RetryingSchemaRegistry(
                                new ConfluentSchemaRegistry(url, registers(config), clientConfig(config)),
                                patience(config)));
    }

    /**
     * Lets Avro load only the contract's types, and limits what it allocates. Creating serdes does the same; code that
     * builds records before it has serdes must call this first.
     */
    public static void guardAvro() {
        AvroGuard.raise();
    }

    /** The serde of a topic's values: the Confluent wire format, or the bytes as they are. */
    @SuppressWarnings("unchecked") // the branches are on the value's own class
    public <V> Serde<V> valueSerde(Topic<V> topic) {
        return topic.valueType() == byte[].class
                ? (Serde<V>) Serdes.ByteArray()
                : (Serde<V>) contractSerde(topic.valueType().asSubclass(SpecificRecord.class), limit(topic));
    }

    private static SizeLimit limit(Topic<?> topic) {
        return topic.config().containsKey(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                ? SizeLimit.LARGE_VALUE
                : SizeLimit.VALUE;
    }

    /** The serde of the keys of all topics and stores. It limits the size of a key, so that its record can be sent. */
    public static Serde<String> keySerde() {
        return Serdes.serdeFrom(new KeySerializer(), new StringDeserializer());
    }

    /**
     * A serde for a repartition topic, whose bytes start with a fingerprint of their schema. Bytes that cannot be read are
     * poison: they throw a {@link PoisonRecordException}.
     */
    public <T extends SpecificRecord> Serde<T> internalSerde(Class<T> type) {
        return StateSerdes.repartition(type);
    }

    /**
     * A serde for a store and its changelog, in the same format. Bytes that cannot be read throw a
     * {@link StateUnreadableException}, which stops the service. Reads every released version of the schema.
     */
    public <T extends SpecificRecord> Serde<T> stateSerde(Class<T> type) {
        var format = StateFormat.of(type);
        return StateSerdes.store(format, SizeLimit.VALUE, format::read);
    }

    /**
     * The same for a store that kept another format before it kept Avro.
     *
     * @param earlier reads bytes that are not in Avro's single-object encoding; if it throws, they are unreadable
     */
    public <T extends SpecificRecord> Serde<T> stateSerde(Class<T> type, Function<byte[], T> earlier) {
        return StateSerdes.store(StateFormat.of(type), SizeLimit.VALUE, earlier);
    }

    /** The same for a store whose changelog accepts larger records than other topics do. */
    public <T extends SpecificRecord> Serde<T> largeStateSerde(Class<T> type, Function<byte[], T> earlier) {
        return StateSerdes.store(StateFormat.of(type), SizeLimit.LARGE_VALUE, earlier);
    }

    /**
     * Registers every schema of the contract under its topic's subject, and makes the subject accept only versions that are
     * compatible with all others. Repeating it changes nothing.
     *
     * @return the schemas' ids by subject
     */
    public Map<String, Integer> publish(String topicPrefix) {
        var ids = new TreeMap<String, Integer>();
        Topics.all().stream().filter(topic -> topic.valueType() != byte[].class).forEach(topic -> {
            var subject = ContractSerializer.subject(topic.name(topicPrefix));
            var type = topic.valueType().asSubclass(SpecificRecord.class);
            ids.put(subject, registry.publish(subject, ContractModel.publicSchema(type)));
        });
        return ids;
    }

    /**
     * Looks up a topic's subject, whether or not it exists. Denied access is then found at the start, and not at the first
     * record.
     */
    public void checkAccess(Topic<?> topic, String topicPrefix) {
        registry.checkAccess(ContractSerializer.subject(topic.name(topicPrefix)));
    }

    private <T extends SpecificRecord> Serde<T> contractSerde(Class<T> type, SizeLimit limit) {
        return Serdes.serdeFrom(
                new ContractSerializer<>(registry, type, limit), new ContractDeserializer<>(registry, type));
    }

    @Override
    public void close() {
        registry.close();
    }

    private static String url(Map<String, ?> config) {
        return Optional.ofNullable(config.get(SCHEMA_REGISTRY_URL))
                .map(Object::toString)
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .orElseThrow(() -> new ConfigException(SCHEMA_REGISTRY_URL + " is not set"));
    }

    private static boolean registers(Map<String, ?> config) {
        return Optional.ofNullable(config.get(AUTO_REGISTER_SCHEMAS))
                .map(Object::toString)
                .map(Boolean::parseBoolean)
                .orElse(true);
    }

    private static Duration patience(Map<String, ?> config) {
        return Optional.ofNullable(config.get(REGISTRY_PATIENCE_MS))
                .map(Object::toString)
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    private static Map<String, Object> clientConfig(Map<String, ?> config) {
        var effective = new TreeMap<String, Object>(PATIENCE);
        config.forEach((key, value) -> {
            if (key.startsWith(REGISTRY_PREFIX)) {
                effective.put(key.substring(REGISTRY_PREFIX.length()), value);
            }
        });
        effective.putAll(config);
        return effective;
    }
}
