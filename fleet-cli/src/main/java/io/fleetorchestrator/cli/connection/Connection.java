package io.fleetorchestrator.cli.connection;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A cluster as the commands see it: typed producers, consumers that see only committed records, and an admin. */
public record Connection(String topicPrefix, Map<String, String> properties) {

    /** A person waits: say that the cluster is not there rather than retry for the client's default of a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Admin admin() {
        var config = kafkaProperties();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return Admin.create(config);
    }

    /** A producer of one topic's records, acknowledged by all replicas. */
    public <V> Producer<String, V> producer(AvroSerdes serdes, Topic<V> topic) {
        var config = kafkaProperties();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return new KafkaProducer<>(
                config, new StringSerializer(), serdes.valueSerde(topic).serializer());
    }

    /** A consumer of all partitions of a topic, in no group, that sees only what was committed. */
    public <V> Consumer<String, V> consumer(AvroSerdes serdes, Topic<V> topic) {
        return consumer(topic, serdes.valueSerde(topic).deserializer());
    }

    /** The same, for who decodes only some of the values. */
    public Consumer<String, byte[]> rawConsumer(Topic<?> topic) {
        return consumer(topic, new ByteArrayDeserializer());
    }

    private <V> Consumer<String, V> consumer(Topic<?> topic, Deserializer<V> values) {
        var config = kafkaProperties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
        consumer.assign(partitions(consumer, topic));
        return consumer;
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?> topic) {
        var name = topic.name(topicPrefix);
        return IntStream.range(0, consumer.partitionsFor(name).size())
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }

    /** The newest value of every key, read from the start of the topic to its present end. */
    public <V> Map<String, V> latest(AvroSerdes serdes, Topic<V> topic) {
        var latest = new LinkedHashMap<String, V>();
        all(serdes, topic, record -> latest.put(record.key(), record.value()));
        latest.values().removeIf(Objects::isNull);
        return latest;
    }

    /** Hands over every record of a topic, from its start to its present end. */
    public <V> void all(
            AvroSerdes serdes, Topic<V> topic, java.util.function.Consumer<ConsumerRecord<String, V>> each) {
        try (var consumer = consumer(serdes, topic)) {
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }

    public AvroSerdes serdes() {
        return AvroSerdes.from(properties);
    }

    private Map<String, Object> kafkaProperties() {
        var config = new HashMap<String, Object>(properties);
        // Addressed to the registry's client: Kafka's would warn of keys that it does not know.
        config.keySet().removeIf(key -> key.startsWith("schema.registry.") || key.startsWith("basic.auth."));
        return config;
    }
}
