package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.reliability.oracle.Identity;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A client that reads decisions, and records when it first saw each. */
final class DecisionTail implements AutoCloseable {

    /** Our own ids are shorter; longer ids of other clients would fill the heap. */
    private static final int LONGEST_ID = 300;

    private final TopicSpace topics;
    private final Map<Identity, Long> answeredNanos = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    DecisionTail(String bootstrapServers, TopicSpace topics) {
        this.topics = topics;
        this.thread = new Thread(() -> follow(bootstrapServers), "decision-tail");
        thread.setDaemon(true);
        thread.start();
    }

    Optional<Long> answeredNanos(Identity identity) {
        return Optional.ofNullable(answeredNanos.get(identity));
    }

    int answered() {
        return answeredNanos.size();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        var topic = topics.name(Topics.WORKLOAD_DECISIONS);
        try (var decisions =
                        topics.serdes().valueSerde(Topics.WORKLOAD_DECISIONS).deserializer();
                var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> note(record, decisions));
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, Deserializer<SchedulingDecision> decisions) {
        var decision = decisions.deserialize(record.topic(), record.value());
        if (decision.getRequestId().length() <= LONGEST_ID) {
            answeredNanos.putIfAbsent(Identity.of(decision), System.nanoTime());
        }
    }
}
