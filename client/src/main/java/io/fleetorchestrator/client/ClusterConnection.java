package io.fleetorchestrator.client;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.text.Visible;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The clients of a cluster that commands use: typed producers, readers of committed records, and an admin. */
public record ClusterConnection(KafkaConnection kafka) {

    /** A person is waiting, so an unreachable cluster is reported sooner than after the client's default of a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For the same reason, there is one attempt to reach the registry, unless a setting allows more. */
    private static final String REGISTRY_PATIENCE_MS = "0";

    private static final String VARIABLES = "FLEET_KAFKA_";

    /** The cluster of these flags, which are those of a service; of the environment, only FLEET_KAFKA_… is read. */
    public static ClusterConnection of(List<String> flags, Map<String, String> env) {
        var variables = new HashMap<>(env);
        variables.keySet().removeIf(name -> !name.startsWith(VARIABLES));
        var settings = Settings.parse(ServiceSettings.class, flags.toArray(String[]::new), variables);
        return new ClusterConnection(new KafkaConnection(settings.value(), settings.kafka()));
    }

    /** A cluster without further properties. */
    public static ClusterConnection of(String bootstrapServers, String registryUrl, String topicPrefix) {
        var flags = List.of(
                "--bootstrap-servers", bootstrapServers,
                "--schema-registry-url", registryUrl,
                "--topic-prefix", topicPrefix);
        return of(flags, Map.of());
    }

    /** The flags with which a service uses the same cluster. */
    public List<String> flags() {
        var flags = new ArrayList<>(List.of(
                "--bootstrap-servers", bootstrapServers(),
                "--schema-registry-url", registryUrl(),
                "--topic-prefix", topicPrefix()));
        kafka.passedThrough().forEach((key, value) -> flags.add("--kafka=" + key + "=" + value));
        return flags;
    }

    public String bootstrapServers() {
        return kafka.service().bootstrapServers();
    }

    public String registryUrl() {
        return kafka.service().schemaRegistryUrl();
    }

    public String topicPrefix() {
        return kafka.service().topicPrefix();
    }

    public Admin admin() {
        var config = kafka.admin();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return Admin.create(config);
    }

    /** A writer of one topic's records, acknowledged by all replicas. */
    public <V> TopicWriter<V> writer(AvroSerdes serdes, Topic<V> topic) {
        var config = kafka.producer();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        var producer = new KafkaProducer<>(
                config, new StringSerializer(), serdes.valueSerde(topic).serializer());
        return new TopicWriter<>(producer, topic.name(topicPrefix()));
    }

    /**
     * A reader of all partitions of a topic, without a consumer group, that reads committed records only. Skipped records
     * are named on standard error.
     */
    public <V> TopicReader<V> reader(AvroSerdes serdes, Topic<V> topic) {
        return reader(serdes, topic, new SkippedRecords(line -> System.err.println("fleet: " + Visible.text(line))));
    }

    /** The same, with another report of skipped records. */
    public <V> TopicReader<V> reader(AvroSerdes serdes, Topic<V> topic, SkippedRecords skipped) {
        return new TopicReader<>(rawConsumer(topic), serdes.valueSerde(topic).deserializer(), skipped);
    }

    /** The consumer of a reader, for callers that decode only some of the values. */
    public Consumer<String, byte[]> rawConsumer(Topic<?> topic) {
        var config = kafka.consumer();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions(consumer, topic));
        return consumer;
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?> topic) {
        var name = topic.name(topicPrefix());
        return IntStream.range(0, consumer.partitionsFor(name).size())
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }

    /** The newest value of every key, read from the start of the topic to its present end. */
    public <V> Map<String, V> latest(AvroSerdes serdes, Topic<V> topic) {
        try (var reader = reader(serdes, topic)) {
            return reader.latest();
        }
    }

    public AvroSerdes serdes() {
        var config = kafka.registry();
        config.put(
                AvroSerdes.REGISTRY_PATIENCE_MS,
                kafka.passedThrough().getOrDefault(AvroSerdes.REGISTRY_PATIENCE_MS, REGISTRY_PATIENCE_MS));
        return AvroSerdes.from(config);
    }
}
