package io.fleetorchestrator.schemas.serdes;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Avro's single-object encoding: a fingerprint of the schema, then the value. Restoring state asks no registry. */
final class StateFormat {

    private StateFormat() {}

    static <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return serde(type, ReleasedSchemas.named(type.getName()));
    }

    /** @param earlier what bytes in the store may have been written with, besides the type's own schema */
    static <T extends SpecificRecord> Serde<T> serde(Class<T> type, List<Schema> earlier) {
        return Serdes.serdeFrom(serializer(type), deserializer(type, earlier));
    }

    private static <T extends SpecificRecord> Serializer<T> serializer(Class<T> type) {
        var encoder = new BinaryMessageEncoder<T>(ContractModel.of(type), ContractModel.readerSchema(type));
        return (topic, value) -> value == null ? null : encode(encoder, value);
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            return Utils.toArray(encoder.encode(value));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "cannot write " + value.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type, List<Schema> earlier) {
        var decoder = new BinaryMessageDecoder<T>(ContractModel.of(type), ContractModel.readerSchema(type));
        earlier.forEach(decoder::addSchema);
        return (topic, payload) -> payload == null ? null : decode(decoder, payload, type);
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] payload, Class<T> type) {
        try {
            return decoder.decode(payload);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "stored bytes are no %s: %s".formatted(type.getSimpleName(), e.getMessage()), e);
        }
    }
}
