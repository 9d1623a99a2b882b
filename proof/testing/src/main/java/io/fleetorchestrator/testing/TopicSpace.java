package io.fleetorchestrator.testing;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** All topics of the contract under a prefix nobody else uses, and what a test needs to write and read them. */
public final class TopicSpace implements AutoCloseable {

    private final Platform platform;
    private final String prefix = "t" + UUID.randomUUID() + ".";
    private final Producer<String, byte[]> producer;
    private Optional<AvroSerdes> serdes = Optional.empty();

    private TopicSpace(Platform platform) {
        this.platform = platform;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        // Every send is awaited: nothing would fill a batch, and each would wait for 5 ms.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        createTopics();
    }

    /** A copy of all topics of the contract, made there. */
    public static TopicSpace on(Platform platform) {
        return new TopicSpace(platform);
    }

    /** What stands before the name of each topic, as the services want to be told. */
    public String prefix() {
        return prefix;
    }

    /** What a service must be told to work on these topics, and more. */
    public String[] flags(String... more) {
        var here = Stream.of(
                "--bootstrap-servers", platform.bootstrapServers(),
                "--schema-registry-url", platform.registryUrl(),
                "--topic-prefix", prefix);
        return Stream.concat(here, Stream.of(more)).toArray(String[]::new);
    }

    /** The topic's name on the broker. */
    public String name(Topic<?> topic) {
        return topic.name(prefix);
    }

    /** Writes one record and waits until the broker has it. */
    public <V> RecordMetadata send(Topic<V> topic, String key, V value, Instant at) {
        return sendBytes(topic, key, serdes().valueSerde(topic).serializer().serialize(name(topic), value), at);
    }

    /** Writes bytes as they are and waits until the broker has them. */
    public RecordMetadata sendBytes(Topic<?> topic, String key, byte @Nullable [] value, Instant at) {
        return join(producer.send(new ProducerRecord<>(name(topic), null, at.toEpochMilli(), key, value)));
    }

    /** Writes bytes that are larger than the topic takes, but not when compressed. */
    public void sendCompressed(Topic<?> topic, String key, byte[] value) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrapServers(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * value.length,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L * value.length);
        try (var large = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            join(large.send(new ProducerRecord<>(name(topic), key, value)));
        }
    }

    /** All that is committed on the topic once that is at least so many records. */
    public <V> List<ConsumerRecord<String, V>> await(Topic<V> topic, int count) {
        try (var reader = reader(topic, serdes().valueSerde(topic).deserializer())) {
            return reader.await(count);
        }
    }

    /** All that is committed on the topic now. */
    public <V> List<ConsumerRecord<String, V>> all(Topic<V> topic) {
        try (var reader = reader(topic, serdes().valueSerde(topic).deserializer())) {
            return reader.all();
        }
    }

    /** As {@link #await}, with the bytes as they are. */
    public List<ConsumerRecord<String, byte[]>> awaitBytes(Topic<?> topic, int count) {
        try (var reader = reader(topic, new ByteArrayDeserializer())) {
            return reader.await(count);
        }
    }

    /** As {@link #all}, with the bytes as they are. */
    public List<ConsumerRecord<String, byte[]>> allBytes(Topic<?> topic) {
        try (var reader = reader(topic, new ByteArrayDeserializer())) {
            return reader.all();
        }
    }

    private <V> TopicReader<V> reader(Topic<?> topic, Deserializer<V> values) {
        return new TopicReader<>(platform.bootstrapServers(), name(topic), values);
    }

    /** What was put aside, once that is at least so many records. */
    public List<DeadLetter> awaitDeadLetters(int count) {
        return awaitBytes(Topics.DEAD_LETTER, count).stream()
                .map(DeadLetter::of)
                .toList();
    }

    /** Made when first asked for: with it the registry starts. */
    public synchronized AvroSerdes serdes() {
        if (serdes.isEmpty()) {
            serdes = Optional.of(AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, platform.registryUrl())));
        }
        return serdes.get();
    }

    @Override
    public void close() {
        producer.close();
        serdes.ifPresent(AvroSerdes::close);
    }

    private void createTopics() {
        try (var admin = platform.admin()) {
            var topics = Topics.all().stream().map(this::keptForEver).toList();
            join(admin.createTopics(topics).all().toCompletionStage().toCompletableFuture());
        }
    }

    /**
     * Kept for ever and never compacted, unlike on a real cluster: tests stamp records with fixed instants, which are soon too
     * old to be kept, and count them, which a cleaner that came by would spoil.
     */
    private NewTopic keptForEver(Topic<?> topic) {
        var config = new HashMap<>(topic.effectiveConfig());
        config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        config.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        return new NewTopic(name(topic), Optional.of(topic.partitions()), Optional.of(platform.replicas()))
                .configs(config);
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
