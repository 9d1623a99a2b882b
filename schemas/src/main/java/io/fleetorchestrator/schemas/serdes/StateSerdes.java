package io.fleetorchestrator.schemas.serdes;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of internal topics: repartition topics and changelogs. */
final class StateSerdes {

    private StateSerdes() {}

    /** For a repartition topic: a record that cannot be read is poison, and the records after it are processed. */
    static <T extends SpecificRecord> Serde<T> repartition(Class<T> type) {
        var format = StateFormat.of(type);
        return Serdes.serdeFrom(
                new StateSerializer<>(format, SizeLimit.VALUE),
                (topic, bytes) -> bytes == null ? null : format.read(bytes));
    }

    /** For a store: a value that cannot be read stops the service. */
    static <T extends SpecificRecord> Serde<T> store(
            StateFormat<T> format, SizeLimit limit, Function<byte[], T> earlier) {
        return Serdes.serdeFrom(
                new StateSerializer<>(format, limit),
                (topic, bytes) -> bytes == null
                        ? null
                        : StateUnreadableException.reading(
                                topic, () -> StateFormat.marks(bytes) ? format.read(bytes) : earlier.apply(bytes)));
    }
}
