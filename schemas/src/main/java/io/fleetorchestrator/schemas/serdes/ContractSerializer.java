package io.fleetorchestrator.schemas.serdes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values of one contract type in the wire format. Several threads share it. */
final class ContractSerializer<T extends SpecificRecord> implements Serializer<T> {

    private final SchemaRegistry registry;
    private final SizeLimit limit;
    private final Schema schema;
    private final Map<String, byte[]> headersByTopic = new ConcurrentHashMap<>();
    private final ThreadLocal<RecordWriter<T>> writers;

    ContractSerializer(SchemaRegistry registry, Class<T> type, SizeLimit limit) {
        this.registry = registry;
        this.limit = limit;
        this.schema = ContractModel.publicSchema(type);
        this.writers = ThreadLocal.withInitial(() -> new RecordWriter<>(type));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return serialize(topic, null, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable T value) {
        return value == null ? null : limit.check(topic, writers.get().write(headerFor(topic), value), headers);
    }

    private byte[] headerFor(String topic) {
        var known = headersByTopic.get(topic);
        return known != null ? known : headersByTopic.computeIfAbsent(topic, this::header);
    }

    private byte[] header(String topic) {
        return WireFormat.header(registry.idOf(subject(topic), schema));
    }

    /** The subject of a topic's values in the registry. */
    static String subject(String topic) {
        return topic + "-value";
    }
}
