package io.fleetorchestrator.schemas.serdes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values of one contract type in the wire format. Producers share it between threads. */
final class ContractSerializer<T extends SpecificRecord> implements Serializer<T> {

    private final SchemaDirectory directory;
    private final Schema schema;
    private final Map<String, Integer> idsByTopic = new ConcurrentHashMap<>();
    private final ThreadLocal<Scratch<T>> scratch;

    ContractSerializer(SchemaDirectory directory, Class<T> type) {
        this.directory = directory;
        this.schema = ContractModel.publicSchema(type);
        var generated = ContractModel.readerSchema(type);
        var model = ContractModel.of(type);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch<>(new SpecificDatumWriter<>(generated, model)));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : scratch.get().write(idFor(topic), value);
    }

    private int idFor(String topic) {
        var known = idsByTopic.get(topic);
        return known != null ? known : idsByTopic.computeIfAbsent(topic, this::ask);
    }

    private int ask(String topic) {
        return directory.idOf(subject(topic), schema);
    }

    /** The name under which the registry keeps the schemas of a topic's values. */
    static String subject(String topic) {
        return topic + "-value";
    }

    /** What one thread writes with. */
    private static final class Scratch<T> {

        private final SpecificDatumWriter<T> writer;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        Scratch(SpecificDatumWriter<T> writer) {
            this.writer = writer;
        }

        byte[] write(int id, T value) {
            bytes.reset();
            writeHeader(id);
            try {
                writer.write(value, encoder);
                encoder.flush();
            } catch (IOException | RuntimeException e) {
                discardBuffered();
                throw new SerializationException(
                        "cannot write " + value.getClass().getSimpleName() + ": " + e.getMessage(), e);
            }
            return bytes.toByteArray();
        }

        private void writeHeader(int id) {
            bytes.write(WireFormat.MAGIC);
            bytes.write(id >>> 24);
            bytes.write(id >>> 16);
            bytes.write(id >>> 8);
            bytes.write(id);
        }

        /** Half a record left in the encoder's buffer would be glued to the front of the next one. */
        private void discardBuffered() {
            EncoderFactory.get().binaryEncoder(bytes, encoder);
        }
    }
}
