package io.fleetorchestrator.schemas.serdes;

import static io.fleetorchestrator.schemas.serdes.WireFormat.HEADER_BYTES;
import static io.fleetorchestrator.schemas.serdes.WireFormat.MAGIC;
import static io.fleetorchestrator.schemas.serdes.WireFormat.MAX_PAYLOAD_BYTES;

import io.fleetorchestrator.schemas.serdes.PoisonRecordException.Reason;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads values of one contract type from the wire format, written with any version of the schema. */
final class ContractDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final SchemaRegistry registry;
    private final Class<T> type;
    private final ThreadLocal<Readers<T>> readers = ThreadLocal.withInitial(Readers::new);

    ContractDeserializer(SchemaRegistry registry, Class<T> type) {
        this.registry = registry;
        this.type = type;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] payload) {
        if (payload == null) {
            return null;
        }
        refuseUnframed(payload);
        return readerFor(ByteBuffer.wrap(payload).getInt(1)).read(payload);
    }

    private void refuseUnframed(byte[] payload) {
        if (payload.length < HEADER_BYTES) {
            throw new PoisonRecordException(
                    Reason.TOO_SHORT,
                    "%d bytes are too few for a %s: the magic byte and the schema id take %d"
                            .formatted(payload.length, type.getSimpleName(), HEADER_BYTES));
        }
        if (payload[0] != MAGIC) {
            throw new PoisonRecordException(
                    Reason.WRONG_MAGIC,
                    "magic byte is 0x%02x, expected 0x%02x: not written with a schema registry"
                            .formatted(payload[0], MAGIC));
        }
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new PoisonRecordException(
                    Reason.TOO_LARGE,
                    "%d bytes are more than the %d allowed for a %s"
                            .formatted(payload.length, MAX_PAYLOAD_BYTES, type.getSimpleName()));
        }
    }

    private PayloadReader<T> readerFor(int id) {
        var known = readers.get();
        if (known.latest != null && known.latestId == id) {
            return known.latest;
        }
        known.latest = known.byId.computeIfAbsent(id, this::resolve);
        known.latestId = id;
        return known.latest;
    }

    private PayloadReader<T> resolve(int id) {
        var writer = registry.schemaOf(id)
                .orElseThrow(() -> new PoisonRecordException(
                        Reason.UNKNOWN_SCHEMA_ID, "the schema registry has no schema with id " + id));
        return PayloadReader.of("schema id " + id, HEADER_BYTES, writer, type);
    }

    /** The readers of one thread, which nearly always needs the same one again. */
    private static final class Readers<T extends SpecificRecord> {
        private final Map<Integer, PayloadReader<T>> byId = new HashMap<>();
        private @Nullable PayloadReader<T> latest;
        private int latestId;
    }
}
