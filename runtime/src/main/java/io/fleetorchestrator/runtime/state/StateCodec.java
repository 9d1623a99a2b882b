package io.fleetorchestrator.runtime.state;

import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Converts the values of a store to bytes and back; the bytes hold a record with a schema. */
public record StateCodec<V, R extends SpecificRecord>(
        String store, Serde<R> serde, Function<V, R> toRecord, Function<R, V> fromRecord) {

    /** The bytes of this value. */
    public byte[] encode(V value) {
        return serde.serializer().serialize(store, toRecord.apply(value));
    }

    /**
     * The value in these bytes.
     *
     * @throws StateUnreadableException if this version cannot use the bytes
     */
    public V decode(byte[] bytes) {
        return StateUnreadableException.reading(
                store, () -> fromRecord.apply(serde.deserializer().deserialize(store, bytes)));
    }
}
