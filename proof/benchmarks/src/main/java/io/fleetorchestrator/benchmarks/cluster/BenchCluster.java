package io.fleetorchestrator.benchmarks.cluster;

import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The cluster of a benchmark.
 *
 * @param scratch a directory for the state of services
 */
public record BenchCluster(String bootstrapServers, String registryUrl, Path scratch) {

    public Admin admin() {
        return Admin.create(clients());
    }

    public AvroSerdes serdes() {
        return AvroSerdes.from(Map.of(AvroSerdes.SCHEMA_REGISTRY_URL, registryUrl));
    }

    /** Creates all topics under a prefix; the retention of telemetry is unlimited, because its timestamps are in the past. */
    public void prepare(String prefix) {
        try (var admin = admin();
                var serdes = serdes()) {
            TopicPlan.of(prefix, 0).apply(admin);
            serdes.publish(prefix);
            var readings = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TELEMETRY_READINGS.name(prefix));
            var forEver = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1");
            admin.incrementalAlterConfigs(
                            Map.of(readings, List.of(new AlterConfigOp(forEver, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A producer with the settings of our services. */
    public <V> Sender<String, V> sender(Serializer<V> values) {
        return new Sender<>(producer(new StringSerializer(), values, Map.of()));
    }

    /** A producer with further properties. */
    public <K, V> Producer<K, V> producer(Serializer<K> keys, Serializer<V> values, Map<String, Object> further) {
        var config = clients();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putAll(further);
        return new KafkaProducer<>(config, keys, values);
    }

    /** A sender of a topic's values. */
    public <V> Sender<String, V> sender(AvroSerdes serdes, Topic<V> topic) {
        return sender(serdes.valueSerde(topic).serializer());
    }

    /** A consumer of all partitions of a topic, from their start or their end. */
    public <V> Consumer<byte[], V> consumer(String topic, Deserializer<V> values, String isolation, boolean fromStart) {
        var config = clients();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // Partitions are assigned manually; the group is only needed to commit offsets in transactions.
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "bench-" + UUID.randomUUID());
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), values);
        consumer.assign(partitions(consumer, topic));
        if (fromStart) {
            consumer.seekToBeginning(consumer.assignment());
        } else {
            consumer.seekToEnd(consumer.assignment());
        }
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Runs work while a service runs in this JVM, with this consumer group and these additional flags. */
    public <X extends Record, T> T during(
            Service<X> service, String prefix, String group, List<String> flags, Work<T> work)
            throws InterruptedException {
        var all = flags(prefix, group, flags);
        var host = ServiceHost.start(service, Settings.parse(service.settingsType(), all, Map.of()));
        try {
            return work.run();
        } finally {
            host.close();
        }
    }

    /** Work that can be interrupted. */
    public interface Work<T> {

        T run() throws InterruptedException;
    }

    /** The flags of a service on this cluster. */
    public String[] flags(String prefix, String group, List<String> further) {
        return flags(prefix, group, 0, further);
    }

    /** The same, with health checks on this port. */
    public String[] flags(String prefix, String group, int httpPort, List<String> further) {
        var common = Stream.of(
                "--bootstrap-servers", bootstrapServers,
                "--schema-registry-url", registryUrl,
                "--topic-prefix", prefix,
                "--application-id", group,
                "--state-dir", scratch.resolve("state").toString(),
                "--http-host", "127.0.0.1");
        return Stream.of(common, Stream.of("--http-port", Integer.toString(httpPort)), further.stream())
                .flatMap(parts -> parts)
                .toArray(String[]::new);
    }

    private Map<String, Object> clients() {
        return new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
    }
}
