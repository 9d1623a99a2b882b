package io.fleetorchestrator.schemas.serdes;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of the topics that belong to us alone: repartitions and changelogs. */
final class StateSerdes {

    private StateSerdes() {}

    /** For a repartition topic: a record that cannot be read is poison, and its neighbours can be. */
    static <T extends SpecificRecord> Serde<T> repartition(Class<T> type) {
        var format = StateFormat.of(type);
        return serde(format, (topic, bytes) -> bytes == null ? null : format.read(bytes));
    }

    /** For a store: a value that cannot be read stops the service. */
    static <T extends SpecificRecord> Serde<T> store(StateFormat<T> format, Function<byte[], T> earlier) {
        return serde(
                format,
                (topic, bytes) -> bytes == null
                        ? null
                        : StateUnreadableException.reading(
                                topic, () -> StateFormat.marks(bytes) ? format.read(bytes) : earlier.apply(bytes)));
    }

    private static <T extends SpecificRecord> Serde<T> serde(StateFormat<T> format, Deserializer<T> deserializer) {
        return Serdes.serdeFrom((topic, value) -> value == null ? null : format.write(value), deserializer);
    }
}
