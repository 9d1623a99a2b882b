package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.serdes.PoisonRecordException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's single-object encoding: a marker, a fingerprint of the schema, then the value. It reads every released version and
 * needs no registry.
 */
final class StateFormat<T extends SpecificRecord> {

    private static final short MARKER = (short) 0xc301;
    private static final int HEADER_BYTES = Short.BYTES + Long.BYTES;

    private final Class<T> type;
    private final byte[] header;
    private final Map<Long, Schema> schemas = new HashMap<>();
    private final ThreadLocal<RecordWriter<T>> writers;
    private final ThreadLocal<Map<Long, PayloadReader<T>>> readers = ThreadLocal.withInitial(HashMap::new);

    /** @param released other schemas that bytes may have been written with */
    StateFormat(Class<T> type, List<Schema> released) {
        this.type = type;
        var own = ContractModel.readerSchema(type);
        this.header = header(own);
        this.writers = ThreadLocal.withInitial(() -> new RecordWriter<>(type));
        released.forEach(schema -> schemas.put(SchemaNormalization.parsingFingerprint64(schema), schema));
        schemas.put(SchemaNormalization.parsingFingerprint64(own), own);
    }

    static <T extends SpecificRecord> StateFormat<T> of(Class<T> type) {
        return new StateFormat<>(type, ReleasedSchemas.named(type.getName()));
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putShort(MARKER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /** Whether the bytes begin with the marker of this format. */
    static boolean marks(byte[] bytes) {
        return bytes.length >= Short.BYTES && ByteBuffer.wrap(bytes).getShort() == MARKER;
    }

    byte[] write(T value) {
        return writers.get().write(header, value);
    }

    /** @throws PoisonRecordException if the bytes are not a value of a known version */
    T read(byte[] bytes) {
        if (!marks(bytes) || bytes.length < HEADER_BYTES) {
            throw new PoisonRecordException(
                    Reason.WRONG_MAGIC,
                    "%d bytes that do not begin with the marker 0xc301 and a fingerprint are no %s"
                            .formatted(bytes.length, type.getSimpleName()));
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Short.BYTES);
        return readers.get().computeIfAbsent(fingerprint, this::reader).read(bytes);
    }

    private PayloadReader<T> reader(long fingerprint) {
        var written = schemas.get(fingerprint);
        var name = "schema fingerprint 0x%016x".formatted(fingerprint);
        if (written == null) {
            throw new PoisonRecordException(
                    Reason.UNKNOWN_SCHEMA_ID,
                    "a %s was written with %s, which this version does not know: a newer version wrote it"
                            .formatted(type.getSimpleName(), name));
        }
        return PayloadReader.of(name, HEADER_BYTES, written, type);
    }
}
