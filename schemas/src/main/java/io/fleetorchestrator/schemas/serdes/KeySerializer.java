package io.fleetorchestrator.schemas.serdes;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes keys in UTF-8, up to a size that leaves room for the value. */
final class KeySerializer implements Serializer<String> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable String key) {
        return key == null ? null : SizeLimit.KEY.check(topic, key.getBytes(StandardCharsets.UTF_8));
    }
}
