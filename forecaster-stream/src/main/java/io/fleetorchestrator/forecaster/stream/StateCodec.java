package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Values of a store in bytes and back, by way of the record that its schema describes. */
record StateCodec<V, R extends SpecificRecord>(
        String store, Serde<R> serde, Function<V, R> toRecord, Function<R, V> fromRecord) {

    byte[] encode(V value) {
        return serde.serializer().serialize(store, toRecord.apply(value));
    }

    /** @throws StateUnreadableException if the bytes are no value that this version can go on from */
    V decode(byte[] bytes) {
        return StateUnreadableException.reading(
                store, () -> fromRecord.apply(serde.deserializer().deserialize(store, bytes)));
    }
}
