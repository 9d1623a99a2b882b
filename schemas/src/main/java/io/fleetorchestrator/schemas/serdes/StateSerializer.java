package io.fleetorchestrator.schemas.serdes;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records for internal topics. */
record StateSerializer<T extends SpecificRecord>(StateFormat<T> format, SizeLimit limit) implements Serializer<T> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return serialize(topic, null, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable T value) {
        return value == null ? null : limit.check(topic, format.write(value), headers);
    }
}
