package io.fleetorchestrator.forecaster.stream;

import java.util.function.Function;

/** Values of a store in bytes and back. */
record StateCodec<V>(Function<V, byte[]> encoder, Function<byte[], V> decoder) {

    byte[] encode(V value) {
        return encoder.apply(value);
    }

    V decode(byte[] bytes) {
        return decoder.apply(bytes);
    }
}
