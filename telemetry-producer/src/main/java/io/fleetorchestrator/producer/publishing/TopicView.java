package io.fleetorchestrator.producer.publishing;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All committed records of a topic, read without a consumer group. */
final class TopicView implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicView(KafkaConnection connection, Topic<?> topic) {
        var config = connection.consumer();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        var name = topic.name(connection.service().topicPrefix());
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions);
    }

    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Reads part of one partition, from an offset (inclusive) to another (exclusive). */
    void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < to) {
                    reader.accept(record);
                }
            }
        }
    }

    /** Reads up to the present end, from the last position on. */
    void readToEnd(Consumer<ConsumerRecord<String, byte[]>> reader) {
        var ends = ends();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    /** Reads new records, without waiting. */
    void readNew(Consumer<ConsumerRecord<String, byte[]>> reader) {
        for (var records = consumer.poll(Duration.ZERO); !records.isEmpty(); records = consumer.poll(Duration.ZERO)) {
            records.forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
